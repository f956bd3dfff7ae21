"""The file formats of minisign: public keys, signatures, and the secret key as it is stored.

Bytes in, values out; nothing here touches a disk or makes a random number. From the description
at https://jedisct1.github.io/minisign/ and, for the scrypt parameters, libsodium's
`crypto_pwhash_scryptsalsa208sha256`. Integers are little-endian, hashes BLAKE2b.

    public key   "Ed" id[8] key[32]
    signature    "ED" id[8] ed25519(blake2b-512(message))[64], then over that and the comment
    secret key   "Ed" kdf[2] "B2" salt[32] ops[8] mem[8] masked[104]
    masked       id[8] seed[32] key[32] blake2b-256("Ed" id seed key)[32]
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import struct
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

PLAIN, SCRYPT = b"\0\0", b"Sc"  # how a stored secret key is masked
_COMMENT = "untrusted comment: "
_TRUSTED = "trusted comment: "
_STORED = struct.Struct("<2s2s2s32sQQ104s")
_MAX_TEXT = 16_384  # bytes of a key or signature file; real ones have some 300
_MAX_MEMORY = 2**30 + 2**25  # bytes scrypt may use: minisign's own keys want 1 GiB


class BadSignature(ValueError):
    """A signature is not one, or is not over these bytes."""


class StrangersSignature(BadSignature):
    """A signature is by another key than the one asked for."""

    def __init__(self, key_id: str) -> None:
        super().__init__(f"it is signed with key {key_id}, not with the one that was expected")
        self.key_id = key_id


class WrongPassphrase(ValueError):
    """A stored secret key does not open with this passphrase, or has none where it needs one."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A minisign public key: `id` is what the signer's name is, `key` the Ed25519 point."""

    id: bytes
    key: bytes

    @classmethod
    def parse(cls, text: str | bytes) -> PublicKey:
        """The key in a public key file, or in its one line that matters ("RW…").

        Raises:
            ValueError: it is none.
        """
        lines = [line for line in _lines(text) if not line.startswith(_COMMENT)]
        blob = _unbase64(lines[0]) if len(lines) == 1 else b""
        if len(blob) != 42 or blob[:2] != b"Ed":
            raise ValueError("it is not a minisign public key (a line that begins with RW)")
        return cls(blob[2:10], blob[10:])

    @property
    def line(self) -> str:
        """The key as one line of text, "RW…"."""
        return base64.b64encode(b"Ed" + self.id + self.key).decode("ascii")

    @property
    def name(self) -> str:
        """The key's id as minisign prints it: 16 hex digits."""
        return key_name(self.id)

    def file(self) -> bytes:
        """The bytes of a public key file, as `minisign -p` reads it."""
        return f"{_COMMENT}minisign public key {self.name}\n{self.line}\n".encode("ascii")

    def verify(self, message: bytes, signature: str | bytes) -> str:
        """The trusted comment of a signature over `message`.

        Raises:
            StrangersSignature: it is by another key.
            BadSignature: it is no prehashed minisign signature, or not over this message.
        """
        parts = Signature.parse(signature)
        if parts.id != self.id:
            raise StrangersSignature(key_name(parts.id))
        digest = hashlib.blake2b(message).digest()
        try:
            key = Ed25519PublicKey.from_public_bytes(self.key)
            key.verify(parts.signature, digest)
            key.verify(parts.over_comment, parts.signature + parts.comment.encode())
        except (InvalidSignature, ValueError) as error:
            raise BadSignature("the signature does not fit these bytes") from error
        return parts.comment


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature file taken apart; nothing is checked by that."""

    id: bytes  # of the key
    signature: bytes
    comment: str
    over_comment: bytes

    @classmethod
    def parse(cls, text: str | bytes) -> Signature:
        """Raises BadSignature where it is not a prehashed minisign signature."""
        try:
            untrusted, first, trusted, second = _lines(text)
            blob, over_comment = _unbase64(first), _unbase64(second)
        except ValueError as error:
            raise BadSignature("it is not a minisign signature") from error
        commented = untrusted.startswith(_COMMENT) and trusted.startswith(_TRUSTED)
        if not commented or len(blob) != 74 or len(over_comment) != 64 or blob[:2] != b"ED":
            raise BadSignature("it is not a prehashed minisign signature")
        return cls(blob[2:10], blob[10:], trusted.removeprefix(_TRUSTED), over_comment)


@dataclass(frozen=True, slots=True, repr=False)
class SigningKey:
    """A minisign secret key. Its `repr` tells only the public half."""

    id: bytes
    seed: bytes

    def __repr__(self) -> str:
        return f"<SigningKey {key_name(self.id)}>"

    @property
    def public(self) -> PublicKey:
        private = Ed25519PrivateKey.from_private_bytes(self.seed)
        return PublicKey(self.id, private.public_key().public_bytes_raw())

    def sign(self, message: bytes, trusted_comment: str) -> bytes:
        """The signature file over `message`; the same message and comment give the same bytes.

        Raises:
            ValueError: the comment is not one line.
        """
        if re.search(r"[\x00-\x1f\x7f\x85\u2028\u2029]", trusted_comment):
            raise ValueError("a trusted comment is one line without control characters")
        private = Ed25519PrivateKey.from_private_bytes(self.seed)
        signature = private.sign(hashlib.blake2b(message).digest())
        over_comment = private.sign(signature + trusted_comment.encode())
        lines = (
            f"{_COMMENT}signature of a mirrorpress edition",
            base64.b64encode(b"ED" + self.id + signature).decode("ascii"),
            _TRUSTED + trusted_comment,
            base64.b64encode(over_comment).decode("ascii"),
        )
        return "".join(f"{line}\n" for line in lines).encode()

    def stored(self) -> bytes:
        """The bytes of a secret key file without passphrase, as `minisign -W -G` makes them."""
        return self._stored(PLAIN, bytes(32), 0, 0, bytes(104))

    def stored_under(self, passphrase: str, *, salt: bytes, cost: int = 17) -> bytes:
        """The bytes of a secret key file that opens with a passphrase.

        Args:
            salt: 32 random bytes.
            cost: base-2 logarithm of scrypt's N; 17 takes 128 MiB and less than a second.
        """
        operations, memory = 4 * 8 << cost, 128 * 8 << cost
        mask = _mask(passphrase, salt, operations, memory)
        return self._stored(SCRYPT, salt, operations, memory, mask)

    def _stored(self, kdf: bytes, salt: bytes, ops: int, memory: int, mask: bytes) -> bytes:
        secret = self.id + self.seed + self.public.key
        secret += _checksum(secret)
        blob = _STORED.pack(b"Ed", kdf, b"B2", salt, ops, memory, _xor(secret, mask))
        line = base64.b64encode(blob).decode("ascii")
        return f"{_COMMENT}minisign encrypted secret key\n{line}\n".encode("ascii")

    @classmethod
    def parse(cls, text: str | bytes, passphrase: str | None = None) -> SigningKey:
        """The key in a secret key file, or in its one line that matters.

        Raises:
            WrongPassphrase: it needs a passphrase, or another one.
            ValueError: it is not a minisign secret key, or a damaged one.
        """
        lines = [line for line in _lines(text) if not line.startswith(_COMMENT)]
        try:
            if len(lines) != 1:
                raise ValueError
            algorithm, kdf, checksum, salt, ops, memory, secret = _STORED.unpack(
                _unbase64(lines[0])
            )
        except (ValueError, struct.error) as error:
            raise ValueError("it is not a minisign secret key") from error
        if algorithm != b"Ed" or checksum != b"B2" or kdf not in (PLAIN, SCRYPT):
            raise ValueError("it is not a minisign secret key of a form that is known here")
        if kdf == SCRYPT:
            if passphrase is None:
                raise WrongPassphrase("the key is locked with a passphrase")
            secret = _xor(secret, _mask(passphrase, salt, ops, memory))
        return cls._opened(secret, locked=kdf == SCRYPT)

    @classmethod
    def _opened(cls, secret: bytes, *, locked: bool) -> SigningKey:
        """The key in unmasked bytes, checked against its own checksum and public half."""
        checksum = secret[72:]
        # minisign 0.11 leaves the checksum of a key without passphrase at zero
        unsummed = not locked and checksum == bytes(32)
        if not unsummed and not hmac.compare_digest(checksum, _checksum(secret[:72])):
            if locked:
                raise WrongPassphrase("the passphrase does not open the key")
            raise ValueError("the key is damaged: its checksum is wrong")
        key = cls(secret[:8], secret[8:40])
        if key.public.key != secret[40:72]:
            raise ValueError("the key is damaged: its two halves do not fit")
        return key


def key_name(identity: bytes) -> str:
    """A key's id as minisign prints it: a 64-bit little-endian number in hex."""
    return identity[::-1].hex().upper()


def _lines(text: str | bytes) -> list[str]:
    """The lines that are not empty. Raises ValueError where it is too long or not UTF-8."""
    if len(text) > _MAX_TEXT:
        raise ValueError("it is too long")
    decoded = text.decode() if isinstance(text, bytes) else text
    return [line for line in re.split(r"\r?\n", decoded) if line]


def _unbase64(line: str) -> bytes:
    """Raises ValueError."""
    try:
        return base64.b64decode(line.strip(" \t").encode("ascii"), validate=True)
    except (binascii.Error, UnicodeError) as error:
        raise ValueError("it is not base64") from error


def _checksum(secret: bytes) -> bytes:
    return hashlib.blake2b(b"Ed" + secret, digest_size=32).digest()


def _mask(passphrase: str, salt: bytes, operations: int, memory: int) -> bytes:
    """104 bytes from a passphrase, by scrypt with libsodium's choice of N and p (r is 8).

    Raises:
        ValueError: the parameters ask for more memory than any minisign key does.
    """
    operations = max(operations, 32_768)
    if operations < memory // 32:
        cost, parallel = _log2_half(operations // 32), 1
    else:
        cost = _log2_half(memory // 1024)
        parallel = max(1, min(operations // 4 >> cost, 0x3FFFFFFF) // 8)
    if 1024 << cost > _MAX_MEMORY or parallel > 64:
        raise ValueError("the key asks for more work than any minisign key does")
    return hashlib.scrypt(
        passphrase.encode(), salt=salt, n=1 << cost, r=8, p=parallel, maxmem=_MAX_MEMORY, dklen=104
    )


def _log2_half(largest: int) -> int:
    """The first n ≥ 1 with 2ⁿ > largest / 2: libsodium's loop in `pickparams`."""
    return max(1, (largest // 2).bit_length())


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))
