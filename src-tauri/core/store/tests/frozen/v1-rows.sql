-- A register of version 1 with a row in every table that an operation fills, as it was written then. Never edited:
-- that its chain still verifies shows that what is digested, and how, has not changed.

PRAGMA foreign_keys = OFF;

INSERT INTO journal (id, at, actor, act, why, summary, digest, previous, hash) VALUES
    (1, '2023-11-14T22:13:20.000Z', '王会', 'begin', NULL, '{"place":"青云县","unit":"中共青云县委组织部"}', X'655DDE174A1C0EE32FBF5425957D284FB434D3BAFC3B8DBA503B2E3FEDFEF79E', X'0000000000000000000000000000000000000000000000000000000000000000', X'8F5419A5A358C58A6204CAA825EB42DF7830CB5F7215EA16509AEF46E7A83BC3'),
    (2, '2023-11-14T22:14:20.000Z', '王会', 'record-order', NULL, '{"items":"2","number":"青政人〔2021〕1号"}', X'347289129FDB1AD299FE0CD7A553F187D89571C9CD929FAA956B3F33799D1C97', X'8F5419A5A358C58A6204CAA825EB42DF7830CB5F7215EA16509AEF46E7A83BC3', X'0F8F2EE729322F6BCD62857C1A3F135E7369308618A96CFE45B924F56FEFB0F1'),
    (3, '2023-11-14T22:15:20.000Z', '王会', 'record-order', NULL, '{"items":"2","number":"青政人〔2023〕4号"}', X'DE9E9BA6F2C14F29147C9187A1B9C62F61C863270CF3DFDBC92F79407EF6933B', X'0F8F2EE729322F6BCD62857C1A3F135E7369308618A96CFE45B924F56FEFB0F1', X'90ECA2B28C044C98009DE87E407DA482FFC82578F49AC049966D4B73D88F0DEA'),
    (4, '2023-11-14T22:16:20.000Z', '王会', 'record-order', NULL, '{"items":"3","number":"青政人〔2024〕1号"}', X'BD0F8F2EBF477449C5343418876D3766F903313B6C158936D12FEE60538A184C', X'90ECA2B28C044C98009DE87E407DA482FFC82578F49AC049966D4B73D88F0DEA', X'C1348C714A35C80AC0E1CBBB242C1C0E7F6F457A41B991C35D6415AD8D6EC280'),
    (5, '2023-11-14T22:17:20.000Z', '王会', 'remember-name', NULL, '{"name":"单 雄"}', X'ADD4B9FC6AC61B6E224763F213C700D680F7856E992ACB8AFB9E58824E872362', X'C1348C714A35C80AC0E1CBBB242C1C0E7F6F457A41B991C35D6415AD8D6EC280', X'FCFB2B03A531C8F2186A16086D95DEDE22A1792DF6A5EECDD1EF8BE8047A9099'),
    (6, '2023-11-14T22:18:20.000Z', '王会', 'remember-name', NULL, '{"name":"青云县财政局"}', X'46FDEECACD977A28064A0CEB245B3F6E04CFC1D2919E368525824EB0D190F5B6', X'FCFB2B03A531C8F2186A16086D95DEDE22A1792DF6A5EECDD1EF8BE8047A9099', X'7DDD42A29B348E25C6EABB024BCACF0CBF9CD3B47488D0E4F91518807989FE50'),
    (7, '2023-11-14T22:19:20.000Z', '王会', 'describe-person', '档案核对', '{"name":"李洋"}', X'7C6C59F1928B71BF735A74B8951DB01072722CAE9E32A9F87B73C17D04C4BCF0', X'7DDD42A29B348E25C6EABB024BCACF0CBF9CD3B47488D0E4F91518807989FE50', X'7418909D3326B2CFF6F8FED9B7096C0BE99544E7CBBA5459CB3992241EFAE03F'),
    (8, '2023-11-14T22:20:20.000Z', '王会', 'describe-post', NULL, '{"name":"副局长"}', X'4F5FC58C740C8724DE56AD1054D0E2A704BC256CF6AD6CEC5BF063E1FAD8B1C9', X'7418909D3326B2CFF6F8FED9B7096C0BE99544E7CBBA5459CB3992241EFAE03F', X'35413B4B2C445015A6B4731F1689DCB51A3697B7F8AC746C794185687F955E8D'),
    (9, '2023-11-14T22:21:20.000Z', '王会', 'set', NULL, '{"setting":"probation-from","value":"paper"}', X'BE10E74103CEB76ED7B7F7ECC18144B9A12D570195997F60BABE7ED333BF7B2F', X'35413B4B2C445015A6B4731F1689DCB51A3697B7F8AC746C794185687F955E8D', X'0780C7680ED44AAE18DC81151727979FFB7DAF250B30255B6A8254411CD09FDB');

INSERT INTO seal (act, relation, row, digest) VALUES
    (4, 'accepted_finding', 1, X'134F0876042DDBFB850FF4BD45EBA7A67A43060E6EED0DC25753DD408CD4011F'),
    (2, 'document', 1, X'7C6B8F948BE2CBDDCBC9B74E533A8B00EB59C4396A13D15195E2C3D28BD79B2C'),
    (3, 'document', 2, X'D77493B0E8468A8B13333AD1DD93D0522F0EE5980F1832D74B8D2790E920558E'),
    (4, 'document', 3, X'D1BA0623E497BF514E98C906D75CAD6FABA4678D3422A65F07AF1D6237CB6E87'),
    (4, 'document_file', 1, X'74F5744F05DD81C3C385D74F685314FBC8B132CE00C445D7A4A6B65B4A6DE607'),
    (2, 'item', 1, X'75798DBB0A0689E9272640F49E58902A4769F06EADB5D4BA6356027B93F7BF94'),
    (2, 'item', 2, X'9CA4D875FE73BF1205959F5B29B24778C6FF145230549717FE8CA37233678E22'),
    (3, 'item', 3, X'440CE48329C0434A44AD7058A84EAA7F343DD27843619DCFC73C877CD4D7DC26'),
    (3, 'item', 4, X'3ECA9AFE30409FB21B90C74B800FA72A9D8B339341E631232F3C133EDE49B1C5'),
    (4, 'item', 5, X'6EC0398CCD35DB12D2A12EE11B273E345AFCE6AA5B7A7DCE5B32D045D6C0776F'),
    (4, 'item', 6, X'499E74A9DBD2320FF7F62FB4E5C9036EC9FD2DB2FDBC5C46173BA17A4647F69C'),
    (4, 'item', 7, X'63A4195D600DC80D880A18E08F14CE0516379051DE69F0BCA91D7CC77AA3C5E7'),
    (4, 'opening', 1, X'8BE13290D4269741EEE600ADBDED6C482FC2F0CC69E1171564F047432E3173A8'),
    (2, 'organisation', 1, X'3F1D2EC228C1FD14B60A9B3882AA2E736DDB26531197C9A0491A15DDD4EBAA95'),
    (3, 'organisation', 2, X'DFF46581624930DAEE98DF8347BCDEFD4AF05E163944BC6E18E04BAADB397654'),
    (2, 'organisation_state', 1, X'A57C828D35B729CD8A81E92499507354F8C23EACDC97652BCE5F9D7A250EA6FE'),
    (3, 'organisation_state', 2, X'A119F0DBA30EB4B17B467E6287542B139888EC16A00FE79D1A74E6BDBCA53A3F'),
    (4, 'original', 1, X'B2F5BEE5C857231E11D1A06785A709EBDAE1AD479D957886E5E88772EC9446F5'),
    (5, 'other_name', 1, X'FA48DC803D097BF7B74A348589EE64E1D0B90F5A1564F3444344A2417EC6C947'),
    (6, 'other_name', 2, X'F5EED3808CC63CC573CAE0C9C1D141560DD554AB223FD22D06737C4D36EF75A3'),
    (2, 'person', 1, X'22BF76461969660FDC0EC2DB63BE73679459AFB89B920493559642DCEC5C381E'),
    (2, 'person', 2, X'2996F309554F4B7C328D1EAF2EC12CDD911E051C132142A220044F4379CF57A3'),
    (4, 'person', 3, X'C03DC869E30A5BA67D72385CF71F1DA331F4418DFECBA96F11DC0D24E9B5BF8C'),
    (2, 'person_state', 1, X'1244D49B7C882DC5B1DBA9310359600BEF70D137A96CEB603F448CDB0825BC96'),
    (2, 'person_state', 2, X'88F4A55651742622E86B74A4A8D06451482C3A370D39044ADC2DA260DFB510BD'),
    (4, 'person_state', 3, X'6CCEB95E4C6D5A47992348D8FACB248EADF2F93918994946D924580A3E4774F2'),
    (7, 'person_state', 4, X'D44FA5AE36A4CB3C3E6EF83DAD2388EC5263B6D3EF7B005BADA3A70EB97AEC54'),
    (2, 'post', 1, X'16E72F8AF9713D288BFEFAD8BA41B37C0BFF710881AA1F30F6CF5DFD4D15696B'),
    (2, 'post', 2, X'DB247EC096AE2743931620A0B75FC9CC701640FE215D91E105A768D1950EC720'),
    (3, 'post', 3, X'C464A215EC2389E1BD41F05C6D5C0A01DAEC424B121AA8932A812DC2D384DD20'),
    (4, 'post', 4, X'2B2137A9E6EE8E0BD27328B6743465D194F599BC25680FA220539450CC358DCA'),
    (2, 'post_state', 1, X'7C788AA7CDE4D040721BECEC4FD8FA8F4ED8A05B6730E9DB72B13E4422E8117F'),
    (2, 'post_state', 2, X'94FE408EEB0223EE2B9EED89E5F3E8AC9C25A2F482CDDD3207080DCBE3D0ED0D'),
    (3, 'post_state', 3, X'848EA591E1FCC58FF4BB23809B484F7549F21D9D8BC415B90B6E07637113792F'),
    (4, 'post_state', 4, X'13D6C25BEC833BE873905D4D3CAF64F466814165EBD70C003D22CCB1EDED09A0'),
    (8, 'post_state', 5, X'AADBAFB4C3CDA5D6708D787E00BD47E1AAB9E46B439202A1DD98B292E6D24B7A'),
    (1, 'setting', 1, X'CB530DBECABF6E03CD781D8C39860918A6F9429C9A2BF2F5A5229C40F3B387EB'),
    (1, 'setting', 2, X'8A22B1E1E6ED8AFAFEE089CC1FB0F66AAA23A450A8D8FE0C2EAEE67E5F438B68'),
    (9, 'setting', 3, X'25F4F3D5FED06FA9F9E1A440BC5A730927D32F4B1232BEC59AFE71BB0DC6D110');

INSERT INTO setting (id, act, key, value) VALUES
    (1, 1, 'place', '青云县'),
    (2, 1, 'unit', '中共青云县委组织部'),
    (3, 9, 'probation-from', 'paper');

INSERT INTO organisation (id, act) VALUES
    (1, 2),
    (2, 3);

INSERT INTO organisation_state (id, act, organisation, name, parent, kind, standing, ended_on) VALUES
    (1, 2, 1, '县财政局', NULL, NULL, 1, NULL),
    (2, 3, 2, '县审计局', NULL, NULL, 2, NULL);

INSERT INTO post (id, act) VALUES
    (1, 2),
    (2, 2),
    (3, 3),
    (4, 4);

INSERT INTO post_state (id, act, post, organisation, title, authorised, headship, rank, standing) VALUES
    (1, 2, 1, 1, '总会计师', NULL, 0, 0, 0),
    (2, 2, 2, 1, '副局长', NULL, 0, 0, 0),
    (3, 3, 3, 2, '局长', NULL, 1, 0, 0),
    (4, 4, 4, 2, '副局长', NULL, 0, 0, 0),
    (5, 8, 2, 1, '副局长', 3, 0, 0, 0);

INSERT INTO person (id, act) VALUES
    (1, 2),
    (2, 2),
    (3, 4);

INSERT INTO person_state (id, act, person, name, gender, ethnicity, birth, note) VALUES
    (1, 2, 1, '李洋', NULL, NULL, NULL, NULL),
    (2, 2, 2, '单雄', NULL, NULL, NULL, NULL),
    (3, 4, 3, '吕青', NULL, NULL, NULL, NULL),
    (4, 7, 1, '李洋', 'male', NULL, '1980-03', '原在县一中');

INSERT INTO other_name (id, act, person, organisation, name) VALUES
    (1, 5, 2, NULL, '单 雄'),
    (2, 6, NULL, 1, '青云县财政局');

INSERT INTO document (id, act, number_text, number_code, number_year, number_serial, number_key, title, issuer, issued_on, decided_by, decided_on, subject, text, content) VALUES
    (1, 2, '青政人〔2021〕1号', '青政人', 2021, 1, '青政人〔2021〕1号', '青云县人民政府关于李洋等同志职务任免的通知', '青云县人民政府', '2021-03-05', NULL, NULL, 'personnel', replace('青政人〔2021〕1号\n李洋 Appoint 县财政局总会计师\n单雄 Appoint 县财政局副局长\n', '\n', char(10)), X'1F3E4CF946E76B73888510F34D71CF52CDCDF7B0268E96D314A664AA8445754C'),
    (2, 3, '青政人〔2023〕4号', '青政人', 2023, 4, '青政人〔2023〕4号', '青云县人民政府关于李洋等同志职务任免的通知', '青云县人民政府', '2023-02-28', NULL, NULL, 'personnel', replace('青政人〔2023〕4号\n李洋 Dismiss 县财政局总会计师\n李洋 Appoint 县审计局局长\n', '\n', char(10)), X'62F2D6067BB43957916B155581BAF21F643EABBEFA0D2B1CD8F9883164943F41'),
    (3, 4, '青政人〔2024〕1号', '青政人', 2024, 1, '青政人〔2024〕1号', '青云县人民政府关于单雄等同志职务任免的通知', '青云县人民政府', '2024-03-01', '县政府', '2024-02-20', 'personnel', replace('青政人〔2024〕1号\n单雄 Dismiss 县财政局副局长\n吕青 Dismiss 县审计局副局长\n吕青 Appoint 县财政局副局长\n', '\n', char(10)), X'EFD1B1430E63297F91A7B0F346A072158C0AB9EDE4E854A777924605AA51ABC3');

INSERT INTO item (id, act, document, position, person, post, kind, printed_name, printed_gender, printed_ethnicity, printed_organisation, printed_title, concurrent, acting, secondment, probation_months, term_months, effective_on, note, certain, basis, source_start, source_end) VALUES
    (1, 2, 1, 0, 1, 1, 'appoint', '李洋', NULL, NULL, '县财政局', '总会计师', 0, 0, 0, NULL, NULL, NULL, NULL, 1, NULL, 0, 4),
    (2, 2, 1, 1, 2, 2, 'appoint', '单雄', NULL, NULL, '县财政局', '副局长', 0, 0, 0, NULL, NULL, NULL, NULL, 1, NULL, 0, 4),
    (3, 3, 2, 0, 1, 1, 'dismiss', '李洋', NULL, NULL, '县财政局', '总会计师', 0, 0, 0, NULL, NULL, NULL, NULL, 1, NULL, 0, 4),
    (4, 3, 2, 1, 1, 3, 'appoint', '李洋', NULL, NULL, '县审计局', '局长', 0, 0, 0, NULL, NULL, NULL, NULL, 1, NULL, 0, 4),
    (5, 4, 3, 0, 2, 2, 'dismiss', '单雄', NULL, NULL, '县财政局', '副局长', 0, 0, 0, NULL, NULL, NULL, NULL, 1, NULL, 0, 4),
    (6, 4, 3, 1, 3, 4, 'dismiss', '吕青', NULL, NULL, '县审计局', '副局长', 0, 0, 0, NULL, NULL, NULL, NULL, 1, NULL, 0, 4),
    (7, 4, 3, 2, 3, 2, 'appoint', '吕青', 'female', '回族', '县财政局', '副局长', 1, 0, 0, 12, 36, '2024-02', '正科级', 0, 'basis-list', 0, 4);

INSERT INTO opening (id, act, person, post, held_on, since, by_paper, concurrent, acting, secondment) VALUES
    (1, 4, 3, 4, '2024-02-19', '2019-05', NULL, 0, 0, 0);

INSERT INTO accepted_finding (id, act, document, position, finding) VALUES
    (1, 4, 3, 0, '{"code":"uncertain","source":{"start":3,"end":9},"item":2,"data":{"name":"吕青"}}');

INSERT INTO original (id, act, sha256, bytes) VALUES
    (1, 4, X'354B28C85333456866931A77EACDF6CD18D80B79981CCF1F4CA927B84FD99302', X'E58E9FE69687');

INSERT INTO document_file (id, act, document, original, name) VALUES
    (1, 4, 3, 1, '通知.txt');

INSERT INTO tenure (id, person, post, started, ended_on, ended, start_item, start_opening, end_item, end_opening, end_cause, concurrent, acting, secondment, probation_ends, confirmed_item, confirmed_opening, confirmed_on, term_ends) VALUES
    (13, 1, 1, '2021-03-05', '2023-02-28', 1, 1, NULL, 3, NULL, 'dismissed', 0, 0, 0, NULL, NULL, NULL, NULL, NULL),
    (14, 1, 3, '2023-02-28', NULL, 0, 4, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL),
    (15, 2, 2, '2021-03-05', '2024-02-20', 1, 2, NULL, 5, NULL, 'dismissed', 0, 0, 0, NULL, NULL, NULL, NULL, NULL),
    (16, 3, 4, '2019-05', '2024-02-20', 1, NULL, 1, 6, NULL, 'dismissed', 0, 0, 0, NULL, NULL, NULL, NULL, NULL),
    (17, 3, 2, '2024-02', NULL, 0, 7, NULL, NULL, NULL, NULL, 1, 0, 0, '2025-02', NULL, NULL, NULL, '2027-02');

INSERT INTO draft_file (sha256, bytes) VALUES
    (X'354B28C85333456866931A77EACDF6CD18D80B79981CCF1F4CA927B84FD99302', X'E58E9FE69687');

INSERT INTO draft (id, body, file, original, updated_at) VALUES
    (1, '{"text":"青政人〔2024〕2号\n李洋 Dismiss 县审计局局长\n","file":null,"subject":"personnel","number":{"text":"青政人〔2024〕2号","code":"青政人","year":2024,"serial":2},"title":"青云县人民政府关于李洋等同志职务任免的通知","issuer":"青云县人民政府","issued_on":"2024-05","decided_by":null,"decided_on":null,"items":[{"item":{"person":{"name":"李洋","gender":null,"ethnicity":null},"kind":"dismiss","post":{"organisation":"县审计局","title":"局长"},"concurrent":false,"acting":false,"secondment":false,"probation_months":null,"term_months":null,"effective_on":null,"note":null,"certain":true,"basis":null,"source":{"start":0,"end":4}},"person":{"take":"by_name"},"organisation":{"take":"by_name"},"post":{"take":"by_name"},"held_since":null,"edited":false}],"reading_findings":[],"accepted":[]}', NULL, X'354B28C85333456866931A77EACDF6CD18D80B79981CCF1F4CA927B84FD99302', '2023-11-14T22:22:20.000Z');
