-- Trigrams: suggestions by any part of a headline, and the nearest spelling of a word.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
