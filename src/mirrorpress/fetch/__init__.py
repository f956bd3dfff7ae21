"""The one door to the network: bytes in, politely and safely. No opinion about news.

door      from address to bytes: robots, turn, redirects, retries; `Door` is the `Fetcher`
exchange  one request and its answer
translate errors of the libraries below as our own
dial      connects, to addresses that `guard` lets pass
guard     which IP addresses are anybody's business
robots    RFC 9309
pace      one connection and a delay for each host
body      answers read, unpacked and judged, within bounds
settings  what an operator may choose
recorded  the double of `Door` that replays
"""
