-- What acts have touched, by the place to which it leads; the places of the lowest rank tell an act best.
SELECT act, 0 AS rank, 'order' AS place, id AS row FROM document WHERE act IN (SELECT value FROM json_each(:acts))
UNION SELECT act, 1, 'order', document FROM document_state WHERE act IN (SELECT value FROM json_each(:acts))
UNION SELECT act, 2, 'organisation', organisation FROM organisation_event
      WHERE act IN (SELECT value FROM json_each(:acts))
UNION SELECT act, 2, 'post', post FROM post_event WHERE act IN (SELECT value FROM json_each(:acts))
UNION SELECT act, 2, 'person', person FROM ending WHERE act IN (SELECT value FROM json_each(:acts))
UNION SELECT act, 2, 'person', into_person FROM person_merge WHERE act IN (SELECT value FROM json_each(:acts))
UNION SELECT act, 2, 'person', person FROM person_split WHERE act IN (SELECT value FROM json_each(:acts))
UNION SELECT act, 2, 'person', to_person FROM person_split WHERE act IN (SELECT value FROM json_each(:acts))
UNION SELECT act, 3, 'person', person FROM opening WHERE act IN (SELECT value FROM json_each(:acts))
UNION SELECT act, 4, 'person', person FROM person_state WHERE act IN (SELECT value FROM json_each(:acts))
UNION SELECT act, 4, 'person', person FROM other_name
      WHERE person IS NOT NULL AND act IN (SELECT value FROM json_each(:acts))
UNION SELECT act, 4, 'organisation', organisation FROM organisation_state
      WHERE act IN (SELECT value FROM json_each(:acts))
UNION SELECT act, 4, 'organisation', organisation FROM other_name
      WHERE organisation IS NOT NULL AND act IN (SELECT value FROM json_each(:acts))
UNION SELECT act, 4, 'post', post FROM post_state WHERE act IN (SELECT value FROM json_each(:acts))
ORDER BY act, rank, place, row
