"""Rules of sites: where on the pages of one site things are, as data from small files.

news.example.toml → SiteRules     its mistakes are reported with their line (`rules_file`)
news.example.txt → SiteRules      the public format, with XPath (`ftr_config`, `xpath`)
selectors on a page               in one pass over its elements (`selectors`)
SiteRules + page → its article    (`apply_rules`)
and whether it is as the file says (`rule_tests`)
"""

from mirrorpress.extract.site_rules.ftr_config import read_ftr_config
from mirrorpress.extract.site_rules.rules_by_host import rules_for
from mirrorpress.extract.site_rules.rules_file import read_rules

__all__ = ["read_ftr_config", "read_rules", "rules_for"]
