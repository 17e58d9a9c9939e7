"""The mails that people and rights send, in the languages of the house. They go out after the deed, outside its transaction."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from smtplib import SMTPException
from threading import Thread

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

_log = logging.getLogger("milepost.mail")

_TEXTS = {
    "invite": {
        "en": (
            "{by} invites you to {organisation}",
            "{by} invites you to the projects of {organisation}.\n\nOpen this link to join; it holds for 14 days:\n{link}\n\n"
            "If you do not know what this is about, do nothing: without the link nothing happens.\n",
        ),
        "de": (
            "{by} lädt Sie zu {organisation} ein",
            "{by} lädt Sie zu den Projekten von {organisation} ein.\n\nMit diesem Link treten Sie bei; er gilt 14 Tage:\n{link}\n\n"
            "Wenn Sie nicht wissen, worum es geht, brauchen Sie nichts zu tun: Ohne den Link geschieht nichts.\n",
        ),
    },
    "mention": {
        "en": (
            "{by} mentions you: {about}",
            "{by} mentions you in a comment on {about}.\n\n{said}\n\nOpen it in {organisation}:\n{link}\n\n"
            "Mails like this can be switched off under Your account.\n",
        ),
        "de": (
            "{by} erwähnt Sie: {about}",
            "{by} erwähnt Sie in einem Kommentar zu {about}.\n\n{said}\n\nIn {organisation} öffnen:\n{link}\n\n"
            "Solche Mails können Sie unter „Ihr Konto“ abschalten.\n",
        ),
    },
    "question": {
        "en": (
            "{by} asks the office: {about}",
            "{by} asks the office, from the page {about}.\n\n{said}\n\nAnswer it in {organisation}:\n{link}\n\n"
            "Mails like this can be switched off under Your account.\n",
        ),
        "de": (
            "{by} fragt das Büro: {about}",
            "{by} fragt das Büro, von der Seite {about} aus.\n\n{said}\n\nIn {organisation} antworten:\n{link}\n\n"
            "Solche Mails können Sie unter „Ihr Konto“ abschalten.\n",
        ),
    },
    "answer": {
        "en": (
            "{by} answered: {about}",
            "{by} answered what you asked.\n\n{said}\n\nOpen it in {organisation}:\n{link}\n\n"
            "Mails like this can be switched off under Your account.\n",
        ),
        "de": (
            "{by} hat geantwortet: {about}",
            "{by} hat auf Ihre Frage geantwortet.\n\n{said}\n\nIn {organisation} öffnen:\n{link}\n\n"
            "Solche Mails können Sie unter „Ihr Konto“ abschalten.\n",
        ),
    },
    "password": {
        "en": (
            "A new password for {organisation}",
            "Somebody, probably you, asked for a new password for {organisation}.\n\n"
            "Set it here; the link works once, for a day:\n{link}\n\n"
            "If it was not you, do nothing: your password stays as it is.\n",
        ),
        "de": (
            "Ein neues Passwort für {organisation}",
            "Jemand, vermutlich Sie, hat ein neues Passwort für {organisation} angefordert.\n\n"
            "Hier legen Sie es fest; der Link gilt einmal, einen Tag lang:\n{link}\n\n"
            "Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.\n",
        ),
    },
}


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail: `text` is a key of the texts, `link` leads to the page that does the rest; `about` is what it speaks of, `said` what
    somebody wrote."""

    text: str
    to: str
    link: str
    locale: str
    organisation: str
    by: str = ""
    about: str = ""
    said: str = ""


def can_send() -> bool:
    """Whether a mail server was set up."""
    return bool(settings.MILEPOST_MAIL)


def send(letters: Sequence[Letter]) -> list[bool]:
    """Send them by one connection; for each whether the mail server took it. What went wrong stands in the log."""
    connection = get_connection(fail_silently=False)
    try:
        connection.open()
        return [_sent(connection, letter) for letter in letters]
    except (OSError, SMTPException):
        _log.exception("The mail server cannot be reached")
        return [False for _ in letters]
    finally:
        with suppress(OSError, SMTPException):
            connection.close()


def send_soon(letters: Sequence[Letter]) -> None:
    """Send them while the answer is on its way already, so that its time does not tell whether there was anything to send."""
    Thread(target=send, args=(letters,)).start()


def _sent(connection: BaseEmailBackend, letter: Letter) -> bool:
    try:
        return bool(connection.send_messages([_message(letter)]))
    except (OSError, SMTPException):
        _log.exception("The mail to %s could not be sent", letter.to)
        return False


def _message(letter: Letter) -> EmailMessage:
    texts = _TEXTS[letter.text]
    subject, body = texts.get(letter.locale.split("-")[0], texts["en"])
    told = {"by": letter.by, "organisation": letter.organisation, "link": letter.link, "about": letter.about, "said": letter.said}
    return EmailMessage(" ".join(subject.format(**told).split()), body.format(**told), to=[letter.to])
