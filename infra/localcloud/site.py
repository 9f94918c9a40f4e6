"""Uploads the built site: for the local cloud and for AWS alike."""

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


def upload(s3, bucket: str, folder: Path, settings: str):
    """Puts everything into the bucket. `settings` is the JSON that the pages read their addresses from."""
    for key, file in keys(folder):
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        lasting = key.startswith(("vendor/", "fonts/"))
        s3.put_object(Bucket=bucket, Key=key, Body=file.read_bytes(), ContentType=kind,
                      CacheControl="public, max-age=31536000, immutable" if lasting else "public, max-age=300")
    s3.put_object(Bucket=bucket, Key="settings.json", Body=settings.encode(), ContentType="application/json",
                  CacheControl="public, max-age=300")
