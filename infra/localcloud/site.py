"""Uploads the built site: for the local cloud and for AWS alike."""

import hashlib
import mimetypes
from pathlib import Path

TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
         ".svg": "image/svg+xml", ".woff2": "font/woff2", ".yaml": "application/yaml; charset=utf-8",
         ".txt": "text/plain; charset=utf-8", ".json": "application/json", ".csv": "text/csv; charset=utf-8"}


def keys(folder: Path):
    """Every object of the site: key and file. A folder's page is kept under the folder's own address, with and without
    a slash, so that nothing has to rewrite addresses on the way."""
    for file in sorted(folder.rglob("*")):
        if not file.is_file():
            continue
        key = file.relative_to(folder).as_posix()
        if key.endswith("/index.html"):
            yield key.removesuffix("index.html"), file
            yield key.removesuffix("/index.html"), file
        else:
            yield key, file


def upload(s3, bucket: str, folder: Path, settings: str, known=None, live=False) -> list[str]:
    """Puts everything into the bucket, but for what it is known to hold (`known`, by key, is kept up to date), and says what.
    `settings` is the JSON that the pages read their addresses from. What is `live` may be different at the next look."""
    known = {} if known is None else known
    found = {key: (file, hashlib.sha256(file.read_bytes()).digest()) for key, file in keys(folder)}
    for key in known.keys() - found.keys() - {"settings.json"}:
        s3.delete_object(Bucket=bucket, Key=key)
        del known[key]
    fresh = [(key, file) for key, (file, digest) in found.items() if known.get(key) != digest]
    for key, file in fresh:
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        lasting = key.startswith(("vendor/", "fonts/"))
        s3.put_object(Bucket=bucket, Key=key, Body=file.read_bytes(), ContentType=kind,
                      CacheControl="no-cache" if live else "public, max-age=31536000, immutable" if lasting else "public, max-age=300")
        known[key] = found[key][1]
    if "settings.json" not in known:
        s3.put_object(Bucket=bucket, Key="settings.json", Body=settings.encode(), ContentType="application/json",
                      CacheControl="public, max-age=300")
        known["settings.json"] = b""
    return [key for key, _ in fresh]
