SELECT d.id, d.act, d.number_text, d.number_code, d.number_year, d.number_serial, d.title, d.issuer, d.issued_on,
       d.decided_by, d.decided_on, d.subject,
       COALESCE((SELECT s.state FROM document_state AS s WHERE s.document = d.id AND s.act <= :upto
                   AND s.act NOT IN (SELECT value FROM json_each(:withdrawn))
                 ORDER BY s.id DESC LIMIT 1), 'recorded') AS state
FROM document AS d
