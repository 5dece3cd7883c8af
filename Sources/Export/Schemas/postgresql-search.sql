ALTER TABLE citations ADD FOREIGN KEY (page) REFERENCES pages;
ALTER TABLE citations ADD FOREIGN KEY (target) REFERENCES pages;
ALTER TABLE relations ADD FOREIGN KEY (source) REFERENCES pages, ADD FOREIGN KEY (target) REFERENCES pages;
CREATE INDEX ON citations (target);
CREATE INDEX ON relations (target);
CREATE INDEX ON pages (lower(number));

-- Lower case without tone marks, vowel marks and the bar of đ: what is typed without Vietnamese input. NFD takes the marks off.
CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT translate(regexp_replace(normalize(lower($1 COLLATE "und-x-icu"), NFD),
        U&'[\0300\0301\0302\0303\0306\0309\031B\0323]', '', 'g'), 'đð', 'dd')
$$;

-- The syllables of a text and the pairs of neighbours, each as written and folded; a folded one begins with '~'.
CREATE FUNCTION terms_of(text) RETURNS TABLE (term text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH syllables AS (
        SELECT syllable, lead(syllable) OVER (ORDER BY place) AS next
        FROM regexp_split_to_table(normalize(lower($1 COLLATE "und-x-icu"), NFC), '[^[:alnum:]]+') WITH ORDINALITY
            AS parts (syllable, place)
        WHERE syllable <> ''
    ), written AS (
        SELECT syllable AS term FROM syllables
        UNION ALL SELECT syllable || ' ' || next FROM syllables WHERE next IS NOT NULL
    )
    SELECT term FROM written UNION ALL SELECT '~' || sohieu.fold(term) FROM written
$$;

-- How often each term stands on each page; a title counts three times, a summary twice.
CREATE TABLE terms AS
    SELECT term, path, count(*)::integer AS frequency
    FROM pages, LATERAL terms_of(concat_ws(' . ', title, title, title, number, number, number, summary, summary, text))
    WHERE NOT hidden GROUP BY term, path;
CREATE INDEX ON terms (term);
CREATE TABLE lengths AS
    SELECT path, sum(frequency)::real AS length FROM terms WHERE term LIKE '~%' GROUP BY path;
ALTER TABLE lengths ADD PRIMARY KEY (path);
ANALYZE;

-- The pages that answer a question best (BM25 with k1 = 1.2, b = 0.75 over syllables and pairs; Robertson and Zaragoza 2009).
-- A question with marks is asked as written and folded, one without is folded already.
CREATE FUNCTION search(question text, most integer DEFAULT 10)
RETURNS TABLE (path text, url text, title text, score real) LANGUAGE sql STABLE AS $$
    WITH asked AS (SELECT DISTINCT term FROM sohieu.terms_of(question)),
    known AS (SELECT count(*) AS pages, avg(length) AS length FROM sohieu.lengths),
    found AS (
        SELECT term, terms.path, frequency, count(*) OVER (PARTITION BY term) AS pages
        FROM asked JOIN sohieu.terms USING (term)
    ),
    ranked AS (
        SELECT found.path, sum(
            CASE WHEN found.term LIKE '~%' THEN 1 ELSE 0.5 END
            * ln(1 + (known.pages - found.pages + 0.5) / (found.pages + 0.5))
            * found.frequency * 2.2 / (found.frequency + 1.2 * (0.25 + 0.75 * lengths.length / known.length))
        )::real AS score
        FROM found JOIN sohieu.lengths USING (path) CROSS JOIN known GROUP BY found.path
    )
    SELECT ranked.path, pages.url, pages.title, ranked.score FROM ranked JOIN sohieu.pages USING (path)
    ORDER BY ranked.score DESC, ranked.path LIMIT most
$$;
COMMIT;
