"""What can be searched for, and the index of words of each kind of database beside it."""

import django.db.models.deletion
from django.db import migrations, models

_SQLITE = (
    """CREATE VIRTUAL TABLE sheets_search USING fts5(
        title, body, content='sheets_searchtext', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')""",
    """CREATE TRIGGER sheets_search_new AFTER INSERT ON sheets_searchtext BEGIN
        INSERT INTO sheets_search(rowid, title, body) VALUES (new.id, new.title, new.body); END""",
    """CREATE TRIGGER sheets_search_gone AFTER DELETE ON sheets_searchtext BEGIN
        INSERT INTO sheets_search(sheets_search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body); END""",
    """CREATE TRIGGER sheets_search_changed AFTER UPDATE ON sheets_searchtext BEGIN
        INSERT INTO sheets_search(sheets_search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
        INSERT INTO sheets_search(rowid, title, body) VALUES (new.id, new.title, new.body); END""",
)
_ACCENTED = "àáâãäåāăąçćčďđèéêëēėęěğìíîïīįłñńňòóôõöøōőřśšşťùúûüūůűųýÿžźż"
_PLAIN = "aaaaaaaaacccddeeeeeeeegiiiiiilnnnoooooooorssstuuuuuuuuyyzzz"
_FOLDED = "to_tsvector('simple', translate(lower({}), '" + _ACCENTED + "', '" + _PLAIN + "'))"
_POSTGRESQL = (
    "ALTER TABLE sheets_searchtext ADD COLUMN words tsvector GENERATED ALWAYS AS ("
    f"setweight({_FOLDED.format('title')}, 'A') || {_FOLDED.format('body')}) STORED",
    "CREATE INDEX sheets_search_words ON sheets_searchtext USING gin (words)",
)


def make_index(apps, schema_editor):
    """An index of words that follows its table by itself."""
    for statement in _POSTGRESQL if schema_editor.connection.vendor == "postgresql" else _SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("sheets", "0007_profiles_of_projects")]

    operations = [
        migrations.CreateModel(
            name="SearchText",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("row_id", models.BigIntegerField(null=True)),
                ("what", models.CharField(max_length=8)),
                ("ref", models.BigIntegerField(null=True)),
                ("title", models.TextField()),
                ("body", models.TextField(blank=True, default="")),
                (
                    "sheet",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sheets.sheet"),
                ),
            ],
            options={"indexes": [models.Index(fields=["sheet", "row_id"], name="search_by_row")]},
        ),
        migrations.RunPython(make_index, migrations.RunPython.noop),
    ]
