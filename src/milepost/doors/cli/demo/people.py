"""The sixty invented people of the demo: who they are, what they do, and which roles of plans they can fill."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

# Letters that do not fall apart into a plain one and a mark.
_SPELLED = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "þ": "th", "Þ": "Th", "ð": "d", "ı": "i", "đ": "d"})


@dataclass(frozen=True, slots=True)
class Someone:
    """A person of the demo; `role` is the letter code that plans use, `zone` and `locale` only where they differ from the house."""

    name: str
    role: str
    locale: str = "en"
    zone: str = "Europe/Vienna"


ROLE_TITLES = {
    "PM": "Project manager",
    "DE": "Design engineer",
    "SU": "Site crew",
    "EL": "Electrical crew",
    "CO": "Commissioning engineer",
    "PR": "Buyer",
    "LE": "Legal and permits",
    "AR": "Solution architect",
    "DV": "Developer",
    "TE": "Test engineer",
    "DA": "Data analyst",
    "SE": "Security officer",
    "UX": "Designer",
    "CH": "Training and change",
    "FI": "Controller",
    "OP": "Operations",
    "MK": "Communications",
    "HR": "People team",
}

# Euro a day, for budgets and bookings.
DAY_RATES = {
    "PM": 760, "DE": 680, "SU": 1150, "EL": 980, "CO": 720, "PR": 560, "LE": 740, "AR": 890, "DV": 780, "TE": 640,
    "DA": 700, "SE": 820, "UX": 690, "CH": 540, "FI": 600, "OP": 580, "MK": 520, "HR": 510,
}  # fmt: skip

# The first is the head of the project office; directors (DI) sponsor, the office (PO) looks on, the rest fill the roles of plans.
PEOPLE = (
    Someone("Ingrid Solheim-Okafor", "PO", "en"),
    Someone("Tomasz Wiśniewski", "PO", "en", "Europe/Warsaw"),
    Someone("Aoife Ní Bhriain", "PO", "en", "Europe/Dublin"),
    Someone("Katharina Großmann", "DI", "de", "Europe/Berlin"),
    Someone("Rashid Al-Mansouri", "DI"),
    Someone("Béatrice Lefèvre", "DI", "en", "Europe/Paris"),
    Someone("Daniel Achterberg", "PM", "en", "Europe/Amsterdam"),
    Someone("Mirela Kovač", "PM"),
    Someone("Sean O'Halloran", "PM", "en", "Europe/Dublin"),
    Someone("Jürgen Österreicher", "PM", "de", "Europe/Vienna"),
    Someone("Priya Raghunathan", "PM"),
    Someone("Chinedu Okonkwo", "PM"),
    Someone("Łucja Zielińska", "PM", "en", "Europe/Warsaw"),
    Someone("Hiroko Tanaka", "PM"),
    Someone("Maria-Alexandra Konstantinopoulou-Papadimitriou von Hohenlohe-Waldenburg", "PM"),
    Someone("Björn Ångström", "DE", "en", "Europe/Stockholm"),
    Someone("Yusuf Demirtaş", "DE", "en", "Europe/Istanbul"),
    Someone("Siobhán Murphy", "DE"),
    Someone("Wolfgang Müller", "DE", "de"),
    Someone("Anneliese Weiß", "DE", "de"),
    Someone("José Luis Muñoz Peña", "SU", "en", "Europe/Madrid"),
    Someone("Dragan Jovanović", "SU"),
    Someone("Kwame Mensah", "SU"),
    Someone("Pat Fitzgerald", "SU"),
    Someone("Ștefan Popescu", "SU"),
    Someone("Günther Käfer", "EL", "de"),
    Someone("Zoltán Szőke", "EL", "en", "Europe/Budapest"),
    Someone("Fatoumata Diallo", "EL"),
    Someone("Marek Dvořák", "EL", "en", "Europe/Prague"),
    Someone("Elif Yıldız", "CO"),
    Someone("Håkon Bjørnstad", "CO", "en", "Europe/Oslo"),
    Someone("Nguyễn Thị Minh Khai", "CO"),
    Someone("Grace Adeyemi", "PR"),
    Someone("Renaud Garçon", "PR"),
    Someone("Bettina Schäfer", "PR", "de"),
    Someone("ליאור בן־דוד", "LE", "en", "Asia/Jerusalem"),
    Someone("Clara Fernández Ibáñez", "LE"),
    Someone("Dr. Hannelore Fürst", "LE", "de"),
    Someone("Arjun Mehta", "AR"),
    Someone("Saoirse Kelly", "AR"),
    Someone("Oleksandr Shevchenko", "DV", "en", "Europe/Kyiv"),
    Someone("Mei-Ling Chen", "DV"),
    Someone("Lukas Steinböck", "DV", "de"),
    Someone("Amina Hassan", "DV"),
    Someone("Rúben Gonçalves", "DV", "en", "Europe/Lisbon"),
    Someone("Xavier Dupré", "TE"),
    Someone("Ayşe Çelik", "TE"),
    Someone("Philippa Worthington", "DA"),
    Someone("Jiří Novák", "DA", "en", "Europe/Prague"),
    Someone("Ravi Krishnamurthy", "SE"),
    Someone("Eva Lindqvist", "SE"),
    Someone("Noah Abioye", "UX"),
    Someone("Ilse de Vries", "UX"),
    Someone("Kateryna Bondarenko", "CH"),
    Someone("Matteo D'Angelo", "CH"),
    Someone("Ulrike Zöchling", "FI", "de"),
    Someone("Omar Benali", "FI"),
    Someone("Þóra Guðmundsdóttir", "OP", "en", "Atlantic/Reykjavik"),
    Someone("Bob Lee", "MK"),
    Someone("Thandiwe Nkosi", "HR"),
)

PROJECT_MANAGERS = [someone.name for someone in PEOPLE if someone.role == "PM"]

# Clients and auditors who look at one project each.
GUESTS = {
    Someone("Hedwig Baumgärtner", "GU", "de"): "Charging corridor for electric cars",
    Someone("Idris Campbell", "GU"): "Information security certification",
    Someone("Lena Sørbø", "GU", "en", "Europe/Oslo"): "Treatment works filter upgrade",
}


def address(someone: Someone) -> str:
    """An address that nobody has (the domain is reserved): the letters of the name that plain ASCII knows, else the role."""
    plain = normalize("NFKD", someone.name.translate(_SPELLED)).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z]+", plain.replace("'", ""))
    local = f"{words[0]}.{words[-1]}" if len(words) > 1 else f"{someone.role.lower()}.{PEOPLE.index(someone)}"
    return f"{local}@{'guests' if someone in GUESTS else 'aldermoor'}.example"
