-- A collection of Sohieu for PostgreSQL 13 and later, in a database whose encoding is UTF8.
-- psql -v ON_ERROR_STOP=1 -d DATABASE -f THIS-FILE: the schema sohieu is made anew, in one step.
BEGIN;
DROP SCHEMA IF EXISTS sohieu CASCADE;
CREATE SCHEMA sohieu;
SET LOCAL search_path TO sohieu, pg_catalog;

-- Pages of the collection, and documents that it lacks (kind = 'missing'). Dates are as far as they are known: 2018, 2018-02, 2018-02-27.
CREATE TABLE pages (
    path text PRIMARY KEY, url text NOT NULL, kind text NOT NULL, title text NOT NULL, number text, type text, date text,
    issuer text, locality text, status text, topics text[] NOT NULL, hidden boolean NOT NULL, summary text, text text NOT NULL
);
-- Mentions of documents in running text, in reading order.
CREATE TABLE citations (
    page text NOT NULL, position integer NOT NULL, written text NOT NULL, kind text NOT NULL, outcome text NOT NULL, target text,
    candidates text[] NOT NULL, number text, date text, issuer text, relation text, line integer, "column" integer,
    sentence text NOT NULL, PRIMARY KEY (page, position)
);
-- What pages have to do with each other, from the active side.
CREATE TABLE relations (
    source text NOT NULL, target text NOT NULL, relation text NOT NULL, inferred boolean NOT NULL, count integer NOT NULL,
    sentence text, PRIMARY KEY (source, target, relation)
);

