"""What many journeys do: sign in, ask axe, listen for text that is in no catalogue."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, ViewportSize

HOME = re.compile(r"^https?://[^/]+/$")
"""Where one comes to who signs in."""
SCREEN: ViewportSize = {"width": 1440, "height": 900}
_AXE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Text of ours is drawn with accents by the pseudo-locale; what is exempt says so: names (translate=no), dates, keys, the product's name.
_BARE_TEXT = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const bare = []
  const known = /^(SPI\\(t\\)|CPI|Milepost|[GARh]|Ctrl K|Esc|[\\d\\s.,:;/%+−·€$£…dhm-]*[kM]?)$/
  while (walker.nextNode()) {
    const node = walker.currentNode
    const holder = node.parentElement
    const text = node.textContent.trim()
    if (!text || !holder || holder.closest('[translate=no], [data-date], time, kbd, script, style, canvas, noscript')) continue
    if (!holder.checkVisibility() || known.test(text)) continue
    if (/^[\\x20-\\x7e]*[A-Za-z]{2,}[\\x20-\\x7e]*$/.test(text)) bare.push(text)
  }
  for (const marked of document.querySelectorAll('[aria-label], [placeholder], [alt]')) {
    if (marked.closest('[translate=no]')) continue
    for (const name of ['aria-label', 'placeholder', 'alt']) {
      const text = (marked.getAttribute(name) ?? '').trim()
      if (text && !known.test(text) && /^[\\x20-\\x7e]*[A-Za-z]{2,}[\\x20-\\x7e]*$/.test(text)) bare.push(`${name}: ${text}`)
    }
  }
  return [...new Set(bare)]
}"""


def sign_in(page: Page, address: str, email: str, password: str) -> None:
    """Fill in the form and send it; where it leads is the caller's to wait for."""
    page.goto(f"{address}/sign-in")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def ask(
    context: BrowserContext, method: str, path: str, body: Any = None, *, expect: int = 0, headers: dict[str, str] | None = None
) -> Any:
    """A call of the API in the name of a window; `expect` is the status, 0 for any that says it was done."""
    token = next((cookie["value"] for cookie in context.cookies() if cookie["name"] == "milepost_csrf"), "")
    answer = context.request.fetch(path, method=method, data=body, headers={"X-CSRFToken": token, **(headers or {})})
    assert answer.status == expect if expect else answer.ok, f"{method} {path}: {answer.status} {answer.text()[:400]}"
    return answer.json() if answer.text() else None


def let_in(context: BrowserContext, email: str, password: str) -> None:
    """Sign somebody in without the page for it, which has journeys of its own."""
    ask(context, "GET", "/api/v1/session")
    ask(context, "POST", "/_allauth/browser/v1/auth/login", {"email": email, "password": password})


def speak_pseudo(page: Page) -> None:
    """The next pages speak the pseudo-locale."""
    page.evaluate("localStorage.setItem('milepost.locale', 'pseudo')")


def findings_of_axe(page: Page, leave_out: tuple[str, ...] = (), within: str = "html") -> list[str]:
    """What axe finds, as `rule: where`; an empty list is what one wants."""
    return _axe(page, within, _full(leave_out))


def findings_by_day_and_night(page: Page, leave_out: tuple[str, ...] = ()) -> list[str]:
    """What axe finds where the page is light, and what it finds of colours, the only thing that differs, where it is dark."""
    found = []
    for scheme, look in (("light", _full(leave_out)), ("dark", {"runOnly": ["color-contrast"]})):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.locator(f"html[data-mantine-color-scheme={scheme}]").wait_for()
        found += _axe(page, "html", look)
    return found


def _full(leave_out: tuple[str, ...]) -> dict[str, Any]:
    return {"runOnly": _RULES, "rules": {rule: {"enabled": False} for rule in leave_out}}


def _axe(page: Page, within: str, options: dict[str, Any]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.read_text())
    result = page.evaluate("([within, options]) => axe.run(within, options)", [within, {**options, "resultTypes": ["violations"]}])
    return [f"{found['id']}: {node['target']} {node['failureSummary']}" for found in result["violations"] for node in found["nodes"]]


def text_in_no_catalogue(page: Page) -> list[str]:
    """Visible text and names of controls that the pseudo-locale did not touch, so that no translation reaches them."""
    found: list[str] = page.evaluate(_BARE_TEXT)
    return found
