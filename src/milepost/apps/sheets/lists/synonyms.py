"""Words that mean the same in titles and cells of lists, in English and German, in the folded form of `guess.words.folded`."""

from __future__ import annotations

TITLES: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split("|"))
    for group in (
        "name|title|project|project name|project title|projekt|projektname|projekttitel|bezeichnung|titel|vorhaben|task|"
        "task name|vorgang|vorgangsname|aufgabe|summary|subject|betreff|entry|eintrag|item|risk|risiko|issue|decision|"
        "entscheidung|requirement|anforderung|objective|ziel|benefit|nutzen|lesson|stakeholder|activity|aktivitaet|massnahme|"
        "action",
        "code|number|no|nr|nummer|id|pid|key|kennung|kuerzel|project id|project number|project no|project code|projektnummer|"
        "projekt nr|projekt id|projektkennung|projektkuerzel|ref|reference|referenz|risk id|risiko nr|issue id|lfd nr|"
        "laufende nummer",
        "description|beschreibung|details|scope|about|inhalt|erlaeuterung|kurzbeschreibung|projektbeschreibung",
        "manager|project manager|pm|project lead|lead|leader|projektleiter|projektleiterin|projektleiter in|projektleitung|pl|"
        "leitung|managed by",
        "owner|responsible|accountable|assignee|assigned to|verantwortlich|verantwortliche|verantwortlicher|zustaendig|"
        "bearbeiter|who|wer|risk owner|eigentuemer|verantwortung",
        "sponsor|project sponsor|executive sponsor|auftraggeber|auftraggeberin|projektauftraggeber|executive",
        "client|customer|client agency|kunde|kundin|mandant|besteller",
        "unit|department|dept|business unit|division|org unit|organisation unit|organizational unit|agency|managing agency|"
        "team|abteilung|bereich|geschaeftsbereich|fachbereich|organisationseinheit|einheit|ressort|dezernat|amt",
        "portfolio|portfolioname|portfolio name",
        "programme|program|programm|programme name|program name|programmname",
        "status|state|rag|rag status|stated status|health|overall status|ampel|ampelstatus|projektstatus|gesamtstatus|zustand|"
        "ampelfarbe|colour|color",
        "status reason|reason|status comment|comment on status|begruendung|statusbegruendung|statuskommentar",
        "phase|current phase|stage|project phase|projektphase|gate",
        "priority|prio|prioritaet|importance|wichtigkeit|ranking|rang",
        "category|kategorie|type|typ|art|project type|projekttyp|projektart|class|klasse|kind",
        "start|start date|begin|beginn|starts|starttermin|startdatum|anfang|project start|projektstart|design start|"
        "planned start|geplanter start|from|von|ab",
        "finish|end|end date|finish date|ende|endtermin|enddatum|fertigstellung|completion|completion date|planned finish|"
        "project end|projektende|forecast completion|forecast finish|go live|bis|to|until",
        "due|due date|deadline|faellig|faellig am|faelligkeit|faelligkeitsdatum|termin|frist|target date|zieltermin|zieldatum|"
        "by when|bis wann",
        "baseline finish|geplantes ende|baseline end|original finish|planned end|basisplan ende|urspruengliches ende",
        "budget|total budget|approved budget|gesamtbudget|projektbudget|genehmigtes budget|budgetplan",
        "cost forecast|forecast|budget forecast|estimate at completion|eac|cost at completion|prognose|kostenprognose|"
        "forecast cost|erwartete kosten",
        "actual cost|actuals|cost to date|spent|spend|ist kosten|istkosten|ist|bisherige kosten|ac|actual",
        "cost|costs|kosten|amount|betrag|total|summe|preis|price|value|wert",
        "progress|percent complete|% complete|complete|completion %|fortschritt|fertigstellungsgrad|% fertig|erledigt %|done %|% done",
        "location|borough|site|city|ort|standort|stadt|region",
        "probability|likelihood|wahrscheinlichkeit|eintrittswahrscheinlichkeit|eintritt",
        "impact|severity|auswirkung|schadenshoehe|schwere|tragweite|schaden",
        "score|risk score|risikowert|risikozahl|exposure",
        "response|mitigation|measure|measures|gegenmassnahme|gegenmassnahmen|massnahme|massnahmen|action plan|treatment|mitigation plan",
        "raised|raised on|identified|date identified|created|erfasst|erfasst am|erkannt am|gemeldet am|date raised|reported on",
        "decided|decided on|decision date|entschieden am|beschlossen am|beschlussdatum",
        "notes|note|comment|comments|remarks|bemerkung|bemerkungen|kommentar|notiz|notizen|anmerkung|hinweis",
        "link|url|website|web address|webseite|adresse",
        "duration|dauer|length",
        "effort|work|aufwand|arbeit|effort days|personentage|pt",
        "quantity|qty|menge|anzahl|count",
        "influence|einfluss|power|macht",
        "interest|interesse|attitude|haltung|einstellung",
        "closed|closed on|completed on|abgeschlossen|abgeschlossen am|erledigt am|done on",
    )
)
"""Groups of titles that mean the same thing; a title may stand in several."""

PLACES = {
    "unit": next(group for group in TITLES if "managing agency" in group),
    "portfolio": next(group for group in TITLES if "portfolioname" in group),
    "programme": next(group for group in TITLES if "programmname" in group),
}
"""Titles of columns that say where in the tree a project lies, by kind of node, the highest first."""

SYMBOLS = {
    "status": {
        "G": "green|gruen|on track|ok|okay|im plan|plangemaess|good|healthy|gut|g|1",
        "A": "amber|yellow|gelb|orange|at risk|gefaehrdet|kritisch beobachten|warning|achtung|a|y|2",
        "R": "red|rot|off track|late|delayed|verspaetet|verzug|critical|kritisch|in verzug|r|3",
        "grey": "grey|gray|grau|on hold|not started|none|unbekannt|unknown|pausiert|nicht gestartet|blau|blue",
    },
    "priority": {
        "low": "low|niedrig|gering|minor|c|klein",
        "medium": "medium|mittel|normal|moderate|b|standard",
        "high": "high|hoch|major|a|wichtig|gross",
        "critical": "critical|kritisch|urgent|dringend|sehr hoch|very high|top|highest",
    },
    "phase": {
        "idea": "idea|idee|proposal|initiation|concept|vorschlag|pre design|intake|antrag",
        "definition": "definition|konzept|scoping|feasibility|vorstudie|studie|initialisierung|definieren",
        "planning": "planning|planung|design|entwurf|procurement|construction procurement|ausschreibung|vergabe|beschaffung|plan",
        "execution": "execution|durchfuehrung|construction|bau|umsetzung|realisierung|implementation|build|in progress|laufend|"
        "ongoing|delivery|active|aktiv|running",
        "closing": "closing|abschluss|close out|closeout|handover|uebergabe|commissioning|inbetriebnahme",
        "on_hold": "on hold|angehalten|paused|pausiert|ruht|ruhend",
        "closed": "closed|complete|completed|done|finished|abgeschlossen|fertig|beendet",
        "cancelled": "cancelled|canceled|abgebrochen|stopped|gestoppt",
    },
    "flag": {"red": "red|rot", "amber": "amber|yellow|gelb|orange", "green": "green|gruen", "blue": "blue|blau", "grey": "grey|gray|grau"},
    "progress": {"0": "0|0%|not started", "25": "25|25%", "50": "50|50%|in progress", "75": "75|75%", "100": "100|100%|done|complete"},
}
"""By set of symbols, or by role: what each value is called in lists, in the order in which a word is looked for."""


def symbol_meant(symbols: str, word: str) -> str | None:
    """The symbol of a set that a folded word names; None where it names none."""
    return next((symbol for symbol, words in SYMBOLS.get(symbols, {}).items() if word in words.split("|")), None)
