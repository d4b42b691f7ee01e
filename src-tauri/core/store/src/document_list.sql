SELECT d.id, d.act, d.number_text, d.number_code, d.number_year, d.number_serial, d.title, d.issuer, d.issued_on,
       d.decided_by, d.decided_on, d.subject,
       COALESCE((SELECT s.state FROM document_state AS s WHERE s.document = d.id AND s.act <= :upto
                   AND s.act NOT IN (SELECT value FROM json_each(:withdrawn))
                 ORDER BY s.id DESC LIMIT 1), 'recorded') AS state,
       (SELECT COUNT(*) FROM item AS i WHERE i.document = d.id),
       (SELECT COUNT(*) FROM accepted_finding AS f WHERE f.document = d.id),
       COALESCE(d.number_year, CAST(substr(COALESCE(d.issued_on, d.decided_on), 1, 4) AS INTEGER)) AS year
FROM document AS d
WHERE d.act <= :upto
  AND d.act NOT IN (SELECT value FROM json_each(:withdrawn))
  AND (:year IS NULL OR year = :year)
  AND (:words = ''
       OR d.number_key = :key
       OR instr(d.number_text, :words)
       OR instr(d.title, :words)
       OR instr(d.issuer, :words)
       OR instr(d.text, :words))
ORDER BY year DESC, d.number_code, d.number_serial DESC, d.issued_on DESC, d.id DESC
