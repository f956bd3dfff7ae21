"""The only way to the network: bytes in, politely and safely. No logic about news.

http_fetcher    from address to bytes: robots, turn, redirects, retries; a `Fetcher`
exchange        one request and its response
translate       errors of the libraries below as our own
connector       connects, to addresses that `address_policy` allows
address_policy  which IP addresses may be connected to
resolver        names to addresses, with a bound for each source
robots          RFC 9309
host_limiter    one connection and a delay for each host
body            responses read, unpacked and checked, within bounds
settings        what an operator may choose
recorded        the double of `HttpFetcher` that replays
"""
