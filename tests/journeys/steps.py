"""What many journeys do: sign in, ask axe, listen for text that is in no catalogue."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page

HOME = re.compile(r"^https?://[^/]+/$")
"""Where one comes to who signs in."""
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


def findings_of_axe(page: Page, leave_out: tuple[str, ...] = ()) -> list[str]:
    """What axe finds, as `rule: where`; an empty list is what one wants."""
    page.evaluate(_AXE.read_text())
    options = {"runOnly": _RULES, "rules": {rule: {"enabled": False} for rule in leave_out}}
    result = page.evaluate("options => axe.run(document, options)", options)
    return [f"{found['id']}: {node['target']} {node['failureSummary']}" for found in result["violations"] for node in found["nodes"]]


def text_in_no_catalogue(page: Page) -> list[str]:
    """Visible text and names of controls that the pseudo-locale did not touch, so that no translation reaches them."""
    found: list[str] = page.evaluate(_BARE_TEXT)
    return found
