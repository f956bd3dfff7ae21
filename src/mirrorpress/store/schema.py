"""The schema, as numbered migrations. A migration that has landed is never edited.

Times are whole seconds since 1970 UTC, unless a column's note says otherwise.
"""

# Parts of migration 10: whether an article is held, how many rows hold it, and the counts in which
# an article stands.
_HELD = """EXISTS (SELECT 1 FROM quarantine AS q
            WHERE q.kind = 'article' AND q.held = 1 AND q.subject = {0})"""
_HOLDERS = """(SELECT count(*) FROM quarantine AS q
            WHERE q.kind = 'article' AND q.held = 1 AND q.subject = {0})"""
_COUNT = """
            INSERT INTO counts (outlet, unit, value, articles) VALUES
                ('', 'all', '', {1}), ({0}.source, 'all', '', {1}),
                ('', 'month', substr({0}.day, 1, 7), {1}),
                ({0}.source, 'month', substr({0}.day, 1, 7), {1}),
                ('', 'day', {0}.day, {1}), ({0}.source, 'day', {0}.day, {1})
            ON CONFLICT (outlet, unit, value) DO UPDATE SET articles = articles + {1};"""
_COUNT_ARTICLE = """
            INSERT INTO counts (outlet, unit, value, articles)
                SELECT '', 'all', '', {1} FROM articles WHERE id = {0} UNION ALL
                SELECT source, 'all', '', {1} FROM articles WHERE id = {0} UNION ALL
                SELECT '', 'month', substr(day, 1, 7), {1} FROM articles WHERE id = {0} UNION ALL
                SELECT source, 'month', substr(day, 1, 7), {1} FROM articles WHERE id = {0}
                UNION ALL SELECT '', 'day', day, {1} FROM articles WHERE id = {0}
                UNION ALL SELECT source, 'day', day, {1} FROM articles WHERE id = {0}
            ON CONFLICT (outlet, unit, value) DO UPDATE SET articles = articles + {1};"""

MIGRATIONS: tuple[str, ...] = (
    # 1: the first schema
    """
    -- Facts of the whole mirror: "change" (a counter, see articles.change), "newest" (time that
    -- any article bears), "timezone" (in which articles.day is counted).
    CREATE TABLE facts (
        name  TEXT PRIMARY KEY,
        value NOT NULL
    ) WITHOUT ROWID;
    INSERT INTO facts VALUES ('change', 0), ('newest', 0), ('timezone', '');

    -- What the last reading of a source's index left.
    CREATE TABLE sources (
        name          TEXT PRIMARY KEY,
        etag          TEXT,
        last_modified TEXT,               -- as the server wrote it
        body_sha256   TEXT,               -- of the index as last read
        checked       INTEGER NOT NULL,
        failures      INTEGER NOT NULL DEFAULT 0,  -- in a row
        error         TEXT                -- of the last failure, NULL after a success
    ) WITHOUT ROWID;

    -- Every article that an index ever listed: the queue of pages to fetch, and its memory.
    CREATE TABLE entries (
        source        TEXT NOT NULL,
        key           TEXT NOT NULL,      -- urls.identity of its address
        url           TEXT NOT NULL,
        entry         TEXT NOT NULL,      -- what the index says of it, JSON
        fingerprint   TEXT NOT NULL,      -- of what the index says; another one means look again
        position      INTEGER NOT NULL,   -- in the index, when last listed
        listed        INTEGER NOT NULL,   -- 1: in the index as last read
        state         TEXT NOT NULL
            CHECK (state IN ('due', 'recheck', 'kept', 'left', 'failed', 'gone')),
        article       TEXT,               -- id, once it is kept
        etag          TEXT,               -- of its page
        last_modified TEXT,
        first_seen    INTEGER NOT NULL,
        attempts      INTEGER NOT NULL DEFAULT 0,  -- that failed, in a row
        error         TEXT,
        PRIMARY KEY (source, key)
    ) WITHOUT ROWID;
    CREATE INDEX entries_by_state ON entries (source, state, position);
    CREATE INDEX entries_listed ON entries (source) WHERE listed = 1;

    CREATE TABLE articles (
        id         TEXT PRIMARY KEY,
        source     TEXT NOT NULL,
        url        TEXT NOT NULL,
        place      TEXT,                  -- of its page in every edition; once settled, for ever
        day        TEXT NOT NULL,         -- YYYY-MM-DD of published, in facts.timezone
        published  INTEGER NOT NULL,      -- of its first revision: its order in lists
        shown      TEXT NOT NULL,         -- the same, ISO 8601 with the offset the outlet gave
        title      TEXT NOT NULL,
        language   TEXT,
        section    TEXT,
        summary    TEXT NOT NULL,
        revision   INTEGER NOT NULL,      -- number of the current one
        sha256     TEXT NOT NULL,         -- fingerprint of the current one
        withdrawn  INTEGER,
        story      TEXT,                  -- id of the event it reports, where others report it too
        settled    INTEGER NOT NULL DEFAULT 0,  -- 1: story and places of this revision are known
        change     INTEGER NOT NULL       -- grows whenever its pages may look different
    ) WITHOUT ROWID;
    CREATE INDEX articles_by_time    ON articles (published, id);
    CREATE INDEX articles_by_day     ON articles (day, published, id);
    CREATE INDEX articles_by_source  ON articles (source, day, published, id);
    CREATE INDEX articles_by_story   ON articles (story, published, id) WHERE story IS NOT NULL;
    CREATE INDEX articles_by_change  ON articles (change);
    CREATE INDEX articles_unsettled  ON articles (published, id) WHERE settled = 0;

    CREATE TABLE revisions (
        article   TEXT NOT NULL,
        number    INTEGER NOT NULL,
        fetched   INTEGER NOT NULL,
        published TEXT NOT NULL,          -- ISO 8601 with offset
        data      BLOB NOT NULL,          -- the article as JSON, deflated
        PRIMARY KEY (article, number)
    ) WITHOUT ROWID;

    -- Pictures at the source, by address: which asset came of it, or why none.
    CREATE TABLE pictures (
        url      TEXT PRIMARY KEY,
        asset    TEXT,
        error    TEXT,
        attempts INTEGER NOT NULL DEFAULT 0, -- that failed, in a row
        source   TEXT NOT NULL,
        article  TEXT NOT NULL               -- id of the first article that showed it
    ) WITHOUT ROWID;
    CREATE INDEX pictures_missing ON pictures (source) WHERE asset IS NULL;

    -- Pictures of ours, by content.
    CREATE TABLE assets (
        id         TEXT PRIMARY KEY,      -- SHA-256 of content, hex
        media_type TEXT NOT NULL,
        width      INTEGER NOT NULL,
        height     INTEGER NOT NULL,
        size       INTEGER NOT NULL,
        path       TEXT,                  -- in every edition, once rendered, never changes
        content    BLOB NOT NULL
    );

    -- How many files each folder was given, so that none grows past what hosts show.
    CREATE TABLE folders (
        folder TEXT PRIMARY KEY,
        files  INTEGER NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE editions (
        name        TEXT PRIMARY KEY,
        fingerprint TEXT NOT NULL,        -- of layout, its version and the site
        built       INTEGER NOT NULL,     -- facts.change up to which it is rendered
        sequence    INTEGER NOT NULL,     -- number of the last sealed state, 0: none yet
        root        TEXT,                 -- SHA-256 of its root listing
        sealed      INTEGER NOT NULL      -- its time
    ) WITHOUT ROWID;

    -- Every file of every edition.
    CREATE TABLE outputs (
        edition TEXT NOT NULL,
        path    TEXT NOT NULL,
        listed  TEXT,                     -- folder whose listing names it, NULL: none does
        sha256  TEXT NOT NULL,
        size    INTEGER NOT NULL,
        asset   TEXT,                     -- whose bytes these are, or
        content BLOB,                     -- the bytes, deflated
        changed INTEGER NOT NULL          -- sequence number in which these bytes first stood here
    );
    CREATE UNIQUE INDEX outputs_by_path ON outputs (edition, path);
    CREATE INDEX outputs_by_listing ON outputs (edition, listed);
    CREATE INDEX outputs_by_change ON outputs (edition, changed);

    -- Which article or list rendered which files: a file goes when nobody renders it any more.
    CREATE TABLE prints (
        edition TEXT NOT NULL,
        subject TEXT NOT NULL,
        path    TEXT NOT NULL,
        PRIMARY KEY (edition, subject, path)
    ) WITHOUT ROWID;
    CREATE INDEX prints_by_path ON prints (edition, path);

    -- Files that are no more, until every target has heard of it.
    CREATE TABLE removals (
        edition  TEXT NOT NULL,
        path     TEXT NOT NULL,
        sequence INTEGER NOT NULL,        -- from which on it is gone
        PRIMARY KEY (edition, path)
    ) WITHOUT ROWID;

    -- What each target held when it last ended well.
    CREATE TABLE deliveries (
        target   TEXT NOT NULL,
        edition  TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        revision TEXT,
        PRIMARY KEY (target, edition)
    ) WITHOUT ROWID;
    """,
    # 2: pictures that several articles show
    """
    -- Which articles show which pictures: one that comes late changes all their pages.
    CREATE TABLE shows (
        picture TEXT NOT NULL,            -- its address at the source
        article TEXT NOT NULL,
        PRIMARY KEY (picture, article)
    ) WITHOUT ROWID;
    INSERT INTO shows SELECT url, article FROM pictures;
    """,
    # 3: items that are left alone because mirrorpress failed on them
    """
    CREATE TABLE quarantine (
        kind    TEXT NOT NULL
            CHECK (kind IN ('index', 'entry', 'picture', 'revision', 'article', 'list')),
        source  TEXT NOT NULL,            -- name of its source; '' for lists
        subject TEXT NOT NULL,            -- hash of an index, key of an entry, id of an article …
        url     TEXT NOT NULL,            -- where it is from, '' where it has no address
        cause   TEXT NOT NULL,
        trace   TEXT NOT NULL,            -- last frames, one a line; '' where there are none
        version TEXT NOT NULL,            -- mirrorpress version that failed on it
        since   INTEGER NOT NULL,
        strikes INTEGER NOT NULL,         -- how often it failed
        held    INTEGER NOT NULL,         -- 1: not tried again with this version
        PRIMARY KEY (kind, source, subject)
    ) WITHOUT ROWID;
    CREATE INDEX quarantine_pictures ON quarantine (subject) WHERE kind = 'picture' AND held = 1;
    CREATE INDEX quarantine_articles ON quarantine (subject) WHERE kind = 'article' AND held = 1;

    -- The articles that editions show.
    CREATE VIEW shown_articles AS
        SELECT * FROM articles WHERE NOT EXISTS (
            SELECT 1 FROM quarantine AS q
            WHERE q.kind = 'article' AND q.held = 1 AND q.subject = articles.id);
    """,
    # 4: what is tried again later, and what each source costs
    """
    -- What failed, and when it is tried again.
    CREATE TABLE retries (
        kind     TEXT NOT NULL CHECK (kind IN ('index', 'entry', 'picture')),
        source   TEXT NOT NULL,
        subject  TEXT NOT NULL,           -- address of the index, key of the entry, address
        failures INTEGER NOT NULL,        -- in a row
        since    INTEGER NOT NULL,        -- of the first of them
        next_try INTEGER NOT NULL,
        PRIMARY KEY (kind, source, subject)
    ) WITHOUT ROWID;

    -- Hosts, and sources as a whole, that are left alone for a while.
    CREATE TABLE pauses (
        kind     TEXT NOT NULL CHECK (kind IN ('host', 'pages', 'pictures')),
        name     TEXT NOT NULL,           -- host and port; name of the source
        failures INTEGER NOT NULL,        -- in a row
        until    INTEGER NOT NULL,        -- 0: it is not left alone
        error    TEXT NOT NULL,           -- of the last failure
        PRIMARY KEY (kind, name)
    ) WITHOUT ROWID;

    -- What a source has used of the network and of the processor.
    CREATE TABLE usage (
        source         TEXT NOT NULL,
        day            TEXT NOT NULL,     -- YYYY-MM-DD, UTC
        bytes          INTEGER NOT NULL,
        worker_seconds REAL NOT NULL,
        PRIMARY KEY (source, day)
    ) WITHOUT ROWID;

    -- robots.txt of each origin, as it was answered.
    CREATE TABLE robots (
        origin  TEXT PRIMARY KEY,         -- "https://a.example"
        body    BLOB,                     -- NULL: there is none
        closed  TEXT,                     -- why everything is closed, NULL: it is not
        expires INTEGER NOT NULL
    ) WITHOUT ROWID;

    INSERT INTO retries
        SELECT 'entry', source, key, attempts, first_seen, 0 FROM entries
        WHERE attempts > 0 AND state IN ('due', 'recheck');
    """,
    # 5: which keys signed
    """
    -- The keys that signed editions, in the order in which they came into use.
    CREATE TABLE signatures (
        number     INTEGER PRIMARY KEY,
        public_key TEXT NOT NULL,         -- minisign's, one line
        since      INTEGER NOT NULL
    );
    -- The second line of mirror.pub is the key. `inflated` is a function of database.py.
    INSERT INTO signatures (public_key, since)
        SELECT trim(substr(file, instr(file, char(10)) + 1), char(10)), sealed FROM (
            SELECT inflated(o.content) AS file, e.sealed AS sealed
            FROM outputs AS o JOIN editions AS e ON e.name = o.edition
            WHERE o.path = 'mirror.pub' AND e.sequence > 0)
        WHERE file LIKE 'untrusted comment:%'
        ORDER BY sealed DESC LIMIT 1;
    """,
    # 6: lists that change though no article in them did
    """
    -- Lists that an article left: for another source, or for another story.
    CREATE TABLE stale_lists (
        kind   TEXT NOT NULL,             -- outlet | outlet-month | story
        value  TEXT NOT NULL,
        change INTEGER NOT NULL,          -- facts.change at which the article left
        PRIMARY KEY (kind, value)
    ) WITHOUT ROWID;
    """,
    # 7: what an operator is told
    """
    -- The last rounds.
    CREATE TABLE rounds (
        number  INTEGER PRIMARY KEY,
        started INTEGER NOT NULL,
        summary TEXT NOT NULL             -- JSON: counts, not items
    );

    -- When each target was last brought up to date, and when that last failed.
    CREATE TABLE target_history (
        target       TEXT PRIMARY KEY,
        last_success INTEGER,
        last_failure INTEGER,
        error        TEXT                 -- of the last failure; NULL after a success
    ) WITHOUT ROWID;
    """,
    # 8: stories with very many reports of one source
    """
    CREATE INDEX articles_by_story_source ON articles (story, source) WHERE story IS NOT NULL;
    """,
    # 9: each edition has paths of its own
    """
    -- Where the page of an article or a picture is in an edition. Once assigned, it never changes.
    CREATE TABLE paths (
        edition TEXT NOT NULL,
        subject TEXT NOT NULL,            -- id of an article or of an asset
        path    TEXT NOT NULL,
        PRIMARY KEY (edition, subject)
    ) WITHOUT ROWID;
    CREATE UNIQUE INDEX paths_by_path ON paths (edition, path);
    INSERT INTO paths (edition, subject, path)
        SELECT edition, substr(subject, 9), min(path) FROM prints
        WHERE subject LIKE 'article:%' AND path LIKE 'articles/%' GROUP BY edition, subject;
    INSERT INTO paths (edition, subject, path)
        SELECT edition, asset, min(path) FROM outputs
        WHERE asset IS NOT NULL GROUP BY edition, asset;

    -- How many files each folder of an edition was given, so that none grows past what hosts show.
    CREATE TABLE edition_folders (
        edition TEXT NOT NULL,
        folder  TEXT NOT NULL,
        files   INTEGER NOT NULL,
        PRIMARY KEY (edition, folder)
    ) WITHOUT ROWID;
    INSERT INTO edition_folders (edition, folder, files)
        SELECT e.name, f.folder, f.files FROM editions AS e, folders AS f;
    DROP TABLE folders;
    ALTER TABLE edition_folders RENAME TO folders;

    ALTER TABLE editions ADD COLUMN layout TEXT NOT NULL DEFAULT '';  -- whose paths these are
    UPDATE articles SET settled = 1 WHERE place IS NOT NULL;
    ALTER TABLE articles RENAME COLUMN settled TO grouped;  -- 1: step 5 has seen it
    ALTER TABLE articles DROP COLUMN place;
    ALTER TABLE assets DROP COLUMN path;
    """,
    # 10: layouts have lists of their own
    f"""
    -- Articles that left a list: by source and story as they were before.
    DROP TABLE stale_lists;
    CREATE TABLE departures (
        change  INTEGER NOT NULL,         -- facts.change at which the article left
        article TEXT NOT NULL,
        source  TEXT NOT NULL,
        story   TEXT,
        PRIMARY KEY (change, article)
    ) WITHOUT ROWID;

    -- From what each page of a list was rendered: one that would come out the same is not rendered.
    CREATE TABLE list_pages (
        edition TEXT NOT NULL,
        list    TEXT NOT NULL,            -- ArticleList.key
        number  INTEGER NOT NULL,         -- 0: the page at the list's own address
        digest  TEXT NOT NULL,
        PRIMARY KEY (edition, list, number)
    ) WITHOUT ROWID;

    -- How many shown articles there are: of an outlet or of all (''), by month, by day, in all.
    CREATE TABLE counts (
        outlet   TEXT NOT NULL,
        unit     TEXT NOT NULL CHECK (unit IN ('all', 'month', 'day')),
        value    TEXT NOT NULL,           -- '' | 2026-03 | 2026-03-04
        articles INTEGER NOT NULL,
        PRIMARY KEY (outlet, unit, value)
    ) WITHOUT ROWID;
    INSERT INTO counts SELECT '', 'all', '', count(*) FROM shown_articles;
    INSERT INTO counts SELECT source, 'all', '', count(*) FROM shown_articles GROUP BY source;
    INSERT INTO counts SELECT '', 'month', substr(day, 1, 7), count(*) FROM shown_articles
        GROUP BY substr(day, 1, 7);
    INSERT INTO counts SELECT source, 'month', substr(day, 1, 7), count(*) FROM shown_articles
        GROUP BY source, substr(day, 1, 7);
    INSERT INTO counts SELECT '', 'day', day, count(*) FROM shown_articles GROUP BY day;
    INSERT INTO counts SELECT source, 'day', day, count(*) FROM shown_articles
        GROUP BY source, day;

    CREATE TRIGGER count_new AFTER INSERT ON articles WHEN NOT {_HELD.format("NEW.id")}
        BEGIN {_COUNT.format("NEW", 1)} END;
    CREATE TRIGGER count_gone AFTER DELETE ON articles WHEN NOT {_HELD.format("OLD.id")}
        BEGIN {_COUNT.format("OLD", -1)} END;
    CREATE TRIGGER count_moved AFTER UPDATE OF source, day ON articles
        WHEN NOT {_HELD.format("NEW.id")}
        BEGIN {_COUNT.format("OLD", -1)} {_COUNT.format("NEW", 1)} END;
    CREATE TRIGGER count_held AFTER INSERT ON quarantine
        WHEN NEW.kind = 'article' AND NEW.held = 1 AND 1 = {_HOLDERS.format("NEW.subject")}
        BEGIN {_COUNT_ARTICLE.format("NEW.subject", -1)} END;
    CREATE TRIGGER count_held_later AFTER UPDATE OF held ON quarantine
        WHEN NEW.kind = 'article' AND OLD.held = 0 AND NEW.held = 1
            AND 1 = {_HOLDERS.format("NEW.subject")}
        BEGIN {_COUNT_ARTICLE.format("NEW.subject", -1)} END;
    CREATE TRIGGER count_released AFTER DELETE ON quarantine
        WHEN OLD.kind = 'article' AND OLD.held = 1 AND 0 = {_HOLDERS.format("OLD.subject")}
        BEGIN {_COUNT_ARTICLE.format("OLD.subject", 1)} END;

    -- The latest reports that belong to a story.
    CREATE INDEX articles_in_stories ON articles (published DESC, story)
        WHERE story IS NOT NULL;

    -- Every edition is rendered once more, under the names that lists have now.
    UPDATE prints SET subject = 'manifest:' || substr(subject, 6) WHERE subject LIKE 'seal:%';
    UPDATE editions SET built = 0;
    """,
    # 11: what grouping compares articles by
    """
    CREATE TABLE group_features (
        article TEXT PRIMARY KEY,
        version INTEGER NOT NULL,         -- of the method that found them
        data    BLOB NOT NULL
    ) WITHOUT ROWID;
    """,
    # 12: lists of several sources, and what is read most
    """
    CREATE INDEX articles_newest ON articles (source, published DESC, id);

    -- How often an article was read on a day, as hosts count it.
    CREATE TABLE hits (
        day     TEXT NOT NULL,            -- YYYY-MM-DD
        article TEXT NOT NULL,
        count   INTEGER NOT NULL,
        PRIMARY KEY (day, article)
    ) WITHOUT ROWID;

    ALTER TABLE editions ADD COLUMN standing TEXT NOT NULL DEFAULT '';  -- digest of standing lists
    """,
    # 13: pages of articles that depend on lists
    """
    -- Articles that are, or were, in a list on which their own pages depend.
    CREATE TABLE members (
        edition TEXT NOT NULL,
        list    TEXT NOT NULL,            -- ArticleList.key
        article TEXT NOT NULL,
        PRIMARY KEY (edition, list, article)
    ) WITHOUT ROWID;
    CREATE INDEX members_by_article ON members (edition, article);
    """,
    # 14: links between articles
    """
    -- To which articles the text of an article links, whether they are here or not.
    CREATE TABLE mentions (
        target  TEXT NOT NULL,            -- id that an article at the address has
        article TEXT NOT NULL,
        PRIMARY KEY (target, article)
    ) WITHOUT ROWID;
    CREATE INDEX mentions_by_article ON mentions (article);
    """,
    # 15: counts of several files add up, and a file that is imported again does not
    """
    -- How often an article was read on a day, by what says so: `part` is 0 for totals of the day,
    -- -1 for totals of a longer period that ended on the day, else the number of a log.
    CREATE TABLE hits_by_part (
        day     TEXT NOT NULL,            -- YYYY-MM-DD
        article TEXT NOT NULL,
        part    INTEGER NOT NULL,
        count   INTEGER NOT NULL,
        PRIMARY KEY (day, article, part)
    ) WITHOUT ROWID;
    INSERT INTO hits_by_part SELECT day, article, 0, count FROM hits;
    DROP TABLE hits;
    ALTER TABLE hits_by_part RENAME TO hits;

    -- How the logs began that were imported: to recognise one that has grown since.
    CREATE TABLE hit_logs (
        size   INTEGER NOT NULL,          -- bytes of the beginning
        digest TEXT NOT NULL,             -- of the beginning; short, so that it proves no guess
        log    INTEGER NOT NULL,          -- its number, from 1
        day    TEXT NOT NULL,             -- the newest that it was seen to count
        PRIMARY KEY (size, digest)
    ) WITHOUT ROWID;
    """,
    # 16: a checksum file is written without reading the rows of its files
    """
    DROP INDEX outputs_by_listing;
    CREATE INDEX outputs_by_listing ON outputs (edition, listed, path, sha256);
    """,
    # 17: the pages of articles, for a better extractor
    """
    -- The pages from which articles were extracted: those of the last reading of each.
    CREATE TABLE pages (
        stored  INTEGER PRIMARY KEY,      -- order in which they were stored
        article TEXT NOT NULL,
        number  INTEGER NOT NULL,         -- from 1: an article may have several
        url     TEXT NOT NULL,            -- after redirects
        charset TEXT,                     -- of the Content-Type header
        fetched INTEGER NOT NULL,
        entry   BLOB,                     -- what the index said of the article, JSON, deflated
        size    INTEGER NOT NULL,         -- bytes of entry and content
        content BLOB NOT NULL             -- the body, deflated
    );
    CREATE UNIQUE INDEX pages_by_article ON pages (article, number);

    -- Bytes of all pages. (REPLACE runs no delete trigger: rows are deleted before others come.)
    INSERT INTO facts VALUES ('page_bytes', 0);
    CREATE TRIGGER page_stored AFTER INSERT ON pages
        BEGIN UPDATE facts SET value = value + NEW.size WHERE name = 'page_bytes'; END;
    CREATE TRIGGER page_dropped AFTER DELETE ON pages
        BEGIN UPDATE facts SET value = value - OLD.size WHERE name = 'page_bytes'; END;
    CREATE TRIGGER pages_gone AFTER DELETE ON articles
        BEGIN DELETE FROM pages WHERE article = OLD.id; END;
    """,
    # 18: what extraction learns of sites
    """
    -- What is remembered of pages, by site: hashes of their lines, no text.
    CREATE TABLE page_records (
        site   TEXT NOT NULL,             -- host, "www." put aside
        day    INTEGER NOT NULL,          -- since 1970-01-01, on which the page was read
        page   INTEGER NOT NULL,          -- hash of its address
        record BLOB NOT NULL,             -- version and PageRecord, msgpack
        PRIMARY KEY (site, day, page)
    ) WITHOUT ROWID;
    """,
    # 19: stories whose reports are in other stories now
    """
    -- The last reports of a story that has none any more: the page at its address leads to them.
    CREATE TABLE former_reports (
        story   TEXT NOT NULL,
        article TEXT NOT NULL,
        PRIMARY KEY (story, article)
    ) WITHOUT ROWID;
    CREATE INDEX former_reports_by_article ON former_reports (article);
    """,
    # 20: stored articles are checked again
    """
    -- When a stored article is to be checked again; NULL: never by schedule. Those of the last two
    -- weeks are checked in the next rounds.
    ALTER TABLE entries ADD COLUMN next_check INTEGER;
    UPDATE entries SET next_check = 0 WHERE state IN ('kept', 'left') AND article IN (
        SELECT id FROM articles WHERE withdrawn IS NULL
        AND published > CAST(strftime('%s', 'now') AS INTEGER) - 14 * 86400);
    CREATE INDEX entries_to_check ON entries (source, next_check) WHERE next_check IS NOT NULL;

    -- What checks of stored articles found.
    CREATE TABLE evidence (
        number  INTEGER PRIMARY KEY,      -- order in which it was found
        article TEXT NOT NULL,
        time    INTEGER NOT NULL,
        kind    TEXT NOT NULL
            CHECK (kind IN ('changed', 'missing', 'front', 'emptied', 'back')),
        status  INTEGER,                  -- of HTTP; NULL: no page was asked for
        url     TEXT NOT NULL,            -- after redirects
        sha256  TEXT,                     -- of the body, hex; NULL: there was none
        detail  TEXT NOT NULL
    );
    CREATE INDEX evidence_by_article ON evidence (article, number);
    CREATE TRIGGER evidence_dropped AFTER DELETE ON articles
        BEGIN DELETE FROM evidence WHERE article = OLD.id; END;
    """,
    # 21: what outlets changed
    """
    ALTER TABLE revisions ADD COLUMN kinds TEXT;  -- of what changed since the last revision, as
        -- "headline numbers"; '': nothing that says anything else; NULL: not compared
    ALTER TABLE articles ADD COLUMN changed INTEGER;  -- when its outlet's last change was found
    CREATE INDEX articles_changed ON articles (changed DESC, id) WHERE changed IS NOT NULL;
    CREATE INDEX articles_withdrawn ON articles (withdrawn DESC, id) WHERE withdrawn IS NOT NULL;
    """,
    # 22: how the articles of a source answered
    """
    ALTER TABLE entries ADD COLUMN answered INTEGER;  -- when the page of its stored article was
        -- last found, or seemed to be gone; NULL: not since this column is there
    ALTER TABLE entries ADD COLUMN seems_gone INTEGER NOT NULL DEFAULT 0;  -- 1: it seemed so then
    CREATE INDEX entries_answered ON entries (source, answered, seems_gone)
        WHERE answered IS NOT NULL;
    """,
    # 23: running stories
    """
    -- Which story an event follows, see `store.chains`.
    CREATE TABLE follows (
        article TEXT PRIMARY KEY,         -- first report of the event: of a story, or one alone
        earlier TEXT NOT NULL             -- last report of the story before it
    ) WITHOUT ROWID;
    CREATE INDEX follows_by_earlier ON follows (earlier, article);
    CREATE TRIGGER follows_gone AFTER DELETE ON articles
        BEGIN DELETE FROM follows WHERE article = OLD.id OR earlier = OLD.id; END;
    """,
    # 24: texts of which extraction is not sure
    """
    -- Articles whose text may not be theirs, as their confidence says; older ones have none.
    CREATE TABLE unsure (
        article    TEXT PRIMARY KEY,
        confidence REAL NOT NULL
    ) WITHOUT ROWID;
    CREATE TRIGGER unsure_gone AFTER DELETE ON articles
        BEGIN DELETE FROM unsure WHERE article = OLD.id; END;
    """,
)
