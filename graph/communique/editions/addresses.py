"""Addresses under which releases were published."""

from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")


def address(url: str | None) -> str | None:
    """A URL without what does not change the page: scheme, ``www``, fragment, tracking parameters.

    None if there is no URL, or one of a site as a whole, which tells nothing of a release.
    """
    try:
        parts = urlsplit(url.strip()) if url else None
    except ValueError:
        return None
    if parts is None or not parts.netloc:
        return None
    told = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode(sorted(pair for pair in told if not pair[0].lower().startswith(_TRACKING)))
    path = parts.path.rstrip("/")
    host = parts.netloc.lower().removeprefix("www.")
    page = f"{path}?{query}" if query else path
    return host + page if page else None
