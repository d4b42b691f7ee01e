SELECT id, COALESCE(number_text, title, '')
FROM (
    SELECT id, number_text, title, issued_on,
           CASE
               WHEN number_key = :key THEN 0
               WHEN instr(number_text, :words) THEN 1
               WHEN instr(title, :words) THEN 2
               WHEN instr(text, :words) THEN 3
           END AS place
    FROM document
    WHERE act <= :upto AND act NOT IN (SELECT value FROM json_each(:withdrawn))
      AND (:by IS NULL OR COALESCE(issued_on, decided_on, '') <= :by)
)
WHERE place IS NOT NULL
ORDER BY place, issued_on DESC, id DESC
LIMIT :limit
