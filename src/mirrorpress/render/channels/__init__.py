"""Layout `channels` of format `markdown`: pages by channel, with what the operator adds to them."""
