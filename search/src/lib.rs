//! Schema, analyzer, query and ranking of the archive's search index.
