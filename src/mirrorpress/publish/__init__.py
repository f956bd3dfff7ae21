"""Carries editions to targets, sealed so that any copy can be checked.

`checksums` and `manifest` say what is signed and in which form (pure; see docs/manifest.md), `keys`
signs and checks signatures, `verify` checks a copy against its signed manifest. `folder` and `git`
are the targets.
"""
