"""The embedded database: Django's SQLite backend on `pysqlite3`, set up so that writers queue instead of failing."""
