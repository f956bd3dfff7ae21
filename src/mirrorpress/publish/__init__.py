"""Carries editions to targets, sealed so that any copy can be checked.

`seal` says what is signed and in which form (pure; the format is written down in docs/seal.md),
`keys` signs and checks signatures, `verify` checks a copy against its seal. `folder` and `git`
are the targets.
"""
