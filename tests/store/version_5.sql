-- A record of schema version 5 with three reports, as the program of that version wrote it. Never changed.
CREATE TABLE meta (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE documents (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	label TEXT NOT NULL, 
	published TEXT, 
	stated BOOLEAN NOT NULL, 
	sha256 TEXT NOT NULL, 
	language TEXT NOT NULL, 
	encoding TEXT NOT NULL, 
	url TEXT, 
	retrieved TEXT, 
	reader TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	quality TEXT NOT NULL, 
	parts TEXT NOT NULL, 
	cuts TEXT NOT NULL, 
	dates TEXT NOT NULL, 
	quotes TEXT NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (id)
);
CREATE TABLE observations (
	id TEXT NOT NULL, 
	document TEXT NOT NULL, 
	part INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	block TEXT, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	evidence TEXT NOT NULL, 
	finding TEXT NOT NULL, 
	quotes TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE names (
	"key" TEXT NOT NULL, 
	observation TEXT NOT NULL, 
	PRIMARY KEY ("key", observation), 
	FOREIGN KEY(observation) REFERENCES observations (id) ON DELETE CASCADE
);
CREATE TABLE entries (
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	block TEXT NOT NULL, 
	day TEXT, 
	name TEXT, 
	value FLOAT, 
	first_reported TEXT, 
	last_reported TEXT, 
	seal TEXT DEFAULT '' NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE members (
	observation TEXT NOT NULL, 
	entry TEXT NOT NULL, 
	PRIMARY KEY (observation), 
	FOREIGN KEY(observation) REFERENCES observations (id) ON DELETE CASCADE, 
	FOREIGN KEY(entry) REFERENCES entries (id) ON DELETE CASCADE
);
CREATE TABLE joins (
	entry TEXT NOT NULL, 
	one TEXT NOT NULL, 
	other TEXT NOT NULL, 
	why TEXT NOT NULL, 
	PRIMARY KEY (entry, one, other), 
	FOREIGN KEY(entry) REFERENCES entries (id) ON DELETE CASCADE
);
CREATE TABLE cites (
	entry TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	supports TEXT NOT NULL, 
	PRIMARY KEY (entry, position), 
	FOREIGN KEY(entry) REFERENCES entries (id) ON DELETE CASCADE, 
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE traces (
	document TEXT NOT NULL, 
	part INTEGER NOT NULL, 
	day TEXT, 
	shingles BLOB NOT NULL, 
	PRIMARY KEY (document, part), 
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE marks (
	"key" BIGINT NOT NULL, 
	document TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	PRIMARY KEY ("key", document, start), 
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE log (
	number INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	what TEXT NOT NULL, 
	document TEXT NOT NULL, 
	reader TEXT NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE rulings (
	id TEXT NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	what TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	field TEXT, 
	value TEXT NOT NULL, 
	note TEXT NOT NULL, 
	state TEXT NOT NULL, 
	withdrawn TEXT, 
	withdrawn_by TEXT, 
	PRIMARY KEY (id)
);
CREATE TABLE anchors (
	ruling TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	apart BOOLEAN NOT NULL, 
	document TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	observation TEXT NOT NULL, 
	beside TEXT NOT NULL, 
	"key" TEXT, 
	attached TEXT, 
	PRIMARY KEY (ruling, position), 
	FOREIGN KEY(ruling) REFERENCES rulings (id) ON DELETE CASCADE, 
	FOREIGN KEY(attached) REFERENCES observations (id) ON DELETE SET NULL
);
CREATE TABLE redirects (
	"key" TEXT NOT NULL, 
	target TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE INDEX ix_documents_stated ON documents (stated);
CREATE INDEX ix_documents_sha256 ON documents (sha256);
CREATE INDEX ix_documents_published ON documents (published);
CREATE INDEX ix_documents_name ON documents (name);
CREATE INDEX ix_documents_label ON documents (label);
CREATE VIRTUAL TABLE documents_fts USING fts5(name, text, content='documents', content_rowid='number');
CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN INSERT INTO documents_fts (rowid, name, text) VALUES (new.number, new.name, new.text); END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN INSERT INTO documents_fts (documents_fts, rowid, name, text) VALUES ('delete', old.number, old.name, old.text); END;
CREATE INDEX ix_entries_block ON entries (block);
CREATE INDEX entries_in_order ON entries (kind, day, id);
CREATE INDEX ix_rulings_at ON rulings (at);
CREATE INDEX ix_redirects_target ON redirects (target);
CREATE INDEX ix_observations_document ON observations (document);
CREATE INDEX ix_observations_block ON observations (block);
CREATE INDEX ix_cites_document ON cites (document);
CREATE INDEX ix_traces_day ON traces (day);
CREATE INDEX ix_marks_document ON marks (document);
CREATE INDEX ix_log_document ON log (document);
CREATE INDEX ix_names_observation ON names (observation);
CREATE INDEX ix_members_entry ON members (entry);
CREATE INDEX ix_anchors_attached ON anchors (attached);
CREATE INDEX ix_anchors_document ON anchors (document);
INSERT INTO meta VALUES ('format', 'onrecord');
INSERT INTO meta VALUES ('schema', '5');
INSERT INTO documents VALUES (1, '488fc7351a5d484f', 'one.txt', 'one.txt', '2020-02-07', 1, 'a3651e9d236ba592762464768e01043c9e2bb28d5b72c54c0576d62665cf2964', 'en', 'utf-8', NULL, NULL, 'reader one', '3cee7a86a3135956', '[]', '[{"span":[0,91],"title":null,"publisher":null,"agency":null,"authors":[],"published":{"value":"2020-02-07","rule":"date header","words":[[5,15]]},"dateline":null}]', '[]', '[{"published":"2020-02-07","basis":"stated","why":"date header ''2020-02-07''","window":null,"words":[[5,15]]}]', '[[0,15,"date 2020-02-07"],[5,15,"2020-02-07"]]', 'date 2020-02-07
Turkey said on Monday that 8 soldiers were killed in Sarmin. Aid is needed.');
INSERT INTO documents VALUES (2, '60660600f871c869', 'two.txt', 'two.txt', '2020-02-08', 1, '206026591b5a4b0dee6e3538664ca223278b680608b8e47b24c284c77b934812', 'en', 'utf-8', NULL, NULL, 'reader one', '247cc389b1b114a0', '[]', '[{"span":[0,90],"title":null,"publisher":null,"agency":null,"authors":[],"published":{"value":"2020-02-08","rule":"date header","words":[[5,15]]},"dateline":null}]', '[]', '[{"published":"2020-02-08","basis":"stated","why":"date header ''2020-02-08''","window":null,"words":[[5,15]]}]', '[[0,15,"date 2020-02-08"],[5,15,"2020-02-08"]]', 'date 2020-02-08
13 soldiers were killed in Sarmin. Russia said on Friday that talks go on.');
INSERT INTO documents VALUES (3, 'c469529155ff5964', 'three.txt', 'three.txt', NULL, 0, '8c8ae659206e43162bde46a33f9ef63fd18180a4aee622bfa2cdece9fd8ed640', 'en', 'utf-8', NULL, NULL, 'reader one', 'd38eae28fe77a612', '[]', '[{"span":[0,60],"title":null,"publisher":null,"agency":null,"authors":[],"published":null,"dateline":null}]', '[]', '[{"published":null,"basis":null,"why":null,"window":null,"words":[]}]', '[[0,60,"Turkey said on Friday that 20 soldiers were wounded in Hama."]]', 'Turkey said on Friday that 20 soldiers were wounded in Hama.');
INSERT INTO observations VALUES ('10227a328c893a50', '488fc7351a5d484f', 0, 'actor', 'actor:state:turkey', 16, 22, '[[16,22]]', '{"type":"actor","actor":{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[16,22]]},"aliases":[{"value":"Turkey","rule":"verbatim","words":[[16,22]]}],"roles":[]}', '[[16,22,"Turkey"]]');
INSERT INTO observations VALUES ('f2c1f409828e2278', '488fc7351a5d484f', 0, 'date', NULL, 31, 37, '[[31,37]]', '{"type":"date","when":{"value":{"unit":"day","weekday":0},"rule":"a weekday","words":[[31,37]]},"of_report":true}', '[[31,37,"Monday"]]');
INSERT INTO observations VALUES ('5148eb2c16be0509', '488fc7351a5d484f', 0, 'statement', 'statement:state:turkey:2020-W06', 23, 27, '[[16,76]]', '{"type":"statement","speaker":[{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[16,22]]}],"act":{"value":"said","rule":"verbatim","words":[[23,27]]},"form":"indirect","says":[[43,75]],"role":null,"to":null,"on":{"value":{"unit":"day","weekday":0},"rule":"a weekday","words":[[31,37]]},"recent":false,"via":[],"target":[]}', '[[16,22,"Turkey"],[16,76,"Turkey said on Monday that 8 soldiers were killed in Sarmin."],[23,27,"said"],[31,37,"Monday"],[43,75,"8 soldiers were killed in Sarmin"]]');
INSERT INTO observations VALUES ('49a6929db18cd35c', '488fc7351a5d484f', 0, 'place', 'place:text:sarmin', 69, 75, '[[69,75]]', '{"type":"place","place":{"value":{"key":"text:sarmin","name":"Sarmin","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[69,75]]},"aliases":[]}', '[[69,75,"Sarmin"]]');
INSERT INTO observations VALUES ('234ca46a32b82f60', '488fc7351a5d484f', 0, 'figure', 'figure:killed:2020-02', 43, 44, '[[43,75]]', '{"type":"figure","measure":{"value":"killed","rule":"verbatim","words":[[59,65]]},"amount":{"value":{"value":8.0,"low":8.0,"high":8.0,"qualifier":"exact"},"rule":"a number","words":[[43,44]]},"of":{"value":"soldiers","rule":"verbatim","words":[[45,53]]},"unit":"persons","did":null,"of_side":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":{"value":{"key":"text:sarmin","name":"Sarmin","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[69,75]]},"as_of":null,"period":null,"recent":false,"standing":"reported","per":[{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[16,22]]}],"via":[]}', '[[16,22,"Turkey"],[43,44,"8"],[43,75,"8 soldiers were killed in Sarmin"],[45,53,"soldiers"],[59,65,"killed"],[69,75,"Sarmin"]]');
INSERT INTO observations VALUES ('f948a7adc8eb5ea5', '60660600f871c869', 0, 'actor', 'actor:state:russia', 51, 57, '[[51,57]]', '{"type":"actor","actor":{"value":{"key":"state:russia","name":"Russia","type":"state","country":null,"side_of":null},"rule":"a name","words":[[51,57]]},"aliases":[{"value":"Russia","rule":"verbatim","words":[[51,57]]}],"roles":[]}', '[[51,57,"Russia"]]');
INSERT INTO observations VALUES ('5e60ac07bd8c9d1a', '60660600f871c869', 0, 'date', NULL, 66, 72, '[[66,72]]', '{"type":"date","when":{"value":{"unit":"day","weekday":4},"rule":"a weekday","words":[[66,72]]},"of_report":true}', '[[66,72,"Friday"]]');
INSERT INTO observations VALUES ('d97f844fb45e1758', '60660600f871c869', 0, 'statement', 'statement:state:russia:2020-W06', 58, 62, '[[51,90]]', '{"type":"statement","speaker":[{"value":{"key":"state:russia","name":"Russia","type":"state","country":null,"side_of":null},"rule":"a name","words":[[51,57]]}],"act":{"value":"said","rule":"verbatim","words":[[58,62]]},"form":"indirect","says":[[78,89]],"role":null,"to":null,"on":{"value":{"unit":"day","weekday":4},"rule":"a weekday","words":[[66,72]]},"recent":false,"via":[],"target":[]}', '[[51,57,"Russia"],[51,90,"Russia said on Friday that talks go on."],[58,62,"said"],[66,72,"Friday"],[78,89,"talks go on"]]');
INSERT INTO observations VALUES ('d2d15c977a3b3c7b', '60660600f871c869', 0, 'place', 'place:text:sarmin', 43, 49, '[[43,49]]', '{"type":"place","place":{"value":{"key":"text:sarmin","name":"Sarmin","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[43,49]]},"aliases":[]}', '[[43,49,"Sarmin"]]');
INSERT INTO observations VALUES ('8470efd7f66830a9', '60660600f871c869', 0, 'figure', 'figure:killed:2020-02', 16, 18, '[[16,49]]', '{"type":"figure","measure":{"value":"killed","rule":"verbatim","words":[[33,39]]},"amount":{"value":{"value":13.0,"low":13.0,"high":13.0,"qualifier":"exact"},"rule":"a number","words":[[16,18]]},"of":{"value":"soldiers","rule":"verbatim","words":[[19,27]]},"unit":"persons","did":null,"of_side":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":{"value":{"key":"text:sarmin","name":"Sarmin","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[43,49]]},"as_of":null,"period":null,"recent":true,"standing":"reported","per":[],"via":[]}', '[[16,18,"13"],[16,49,"13 soldiers were killed in Sarmin"],[19,27,"soldiers"],[33,39,"killed"],[43,49,"Sarmin"]]');
INSERT INTO observations VALUES ('b3af80cde4298224', 'c469529155ff5964', 0, 'actor', 'actor:state:turkey', 0, 6, '[[0,6]]', '{"type":"actor","actor":{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[0,6]]},"aliases":[{"value":"Turkey","rule":"verbatim","words":[[0,6]]}],"roles":[]}', '[[0,6,"Turkey"]]');
INSERT INTO observations VALUES ('2af4364c4404b511', 'c469529155ff5964', 0, 'date', NULL, 15, 21, '[[15,21]]', '{"type":"date","when":{"value":{"unit":"day","weekday":4},"rule":"a weekday","words":[[15,21]]},"of_report":true}', '[[15,21,"Friday"]]');
INSERT INTO observations VALUES ('d422f22f84bdefb4', 'c469529155ff5964', 0, 'statement', 'statement:state:turkey:no day', 7, 11, '[[0,60]]', '{"type":"statement","speaker":[{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[0,6]]}],"act":{"value":"said","rule":"verbatim","words":[[7,11]]},"form":"indirect","says":[[27,59]],"role":null,"to":null,"on":{"value":{"unit":"day","weekday":4},"rule":"a weekday","words":[[15,21]]},"recent":false,"via":[],"target":[]}', '[[0,6,"Turkey"],[0,60,"Turkey said on Friday that 20 soldiers were wounded in Hama."],[7,11,"said"],[15,21,"Friday"],[27,59,"20 soldiers were wounded in Hama"]]');
INSERT INTO observations VALUES ('2aaa31cfeec06410', 'c469529155ff5964', 0, 'place', 'place:text:hama', 55, 59, '[[55,59]]', '{"type":"place","place":{"value":{"key":"text:hama","name":"Hama","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[55,59]]},"aliases":[]}', '[[55,59,"Hama"]]');
INSERT INTO observations VALUES ('590bde1299aba939', 'c469529155ff5964', 0, 'figure', 'figure:wounded:no day', 27, 29, '[[27,59]]', '{"type":"figure","measure":{"value":"wounded","rule":"verbatim","words":[[44,51]]},"amount":{"value":{"value":20.0,"low":20.0,"high":20.0,"qualifier":"exact"},"rule":"a number","words":[[27,29]]},"of":{"value":"soldiers","rule":"verbatim","words":[[30,38]]},"unit":"persons","did":null,"of_side":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":{"value":{"key":"text:hama","name":"Hama","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[55,59]]},"as_of":null,"period":null,"recent":false,"standing":"reported","per":[{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[0,6]]}],"via":[]}', '[[0,6,"Turkey"],[27,29,"20"],[27,59,"20 soldiers were wounded in Hama"],[30,38,"soldiers"],[44,51,"wounded"],[55,59,"Hama"]]');
INSERT INTO names VALUES ('actor:state:turkey', '5148eb2c16be0509');
INSERT INTO names VALUES ('actor:state:turkey', '234ca46a32b82f60');
INSERT INTO names VALUES ('place:text:sarmin', '234ca46a32b82f60');
INSERT INTO names VALUES ('actor:state:russia', 'd97f844fb45e1758');
INSERT INTO names VALUES ('place:text:sarmin', '8470efd7f66830a9');
INSERT INTO names VALUES ('actor:state:turkey', 'd422f22f84bdefb4');
INSERT INTO names VALUES ('actor:state:turkey', '590bde1299aba939');
INSERT INTO names VALUES ('place:text:hama', '590bde1299aba939');
INSERT INTO entries VALUES ('488fc7351a5d484f', 'document', 'document:one.txt', '2020-02-07', 'one.txt', NULL, '2020-02-07', '2020-02-07', '210118fb6d3c16e3', '{"kind":"document","id":"488fc7351a5d484f","cites":[{"doc":"one.txt","start":5,"end":15,"quote":"2020-02-07","for":[]}],"derived":{"published":"date header"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-07","last_reported":"2020-02-07","review":"unreviewed","links":[],"accounts":[],"doc":"one.txt","published":"2020-02-07","basis":"stated","why":"date header ''2020-02-07''","window":null,"title":null,"publisher":null,"agency":null,"authors":[],"language":"en","url":null,"sha256":"a3651e9d236ba592762464768e01043c9e2bb28d5b72c54c0576d62665cf2964","retrieved":null,"version_of":null,"parts":[],"quality":[]}');
INSERT INTO entries VALUES ('c469529155ff5964', 'document', 'document:three.txt', NULL, 'three.txt', NULL, NULL, NULL, '17da1d31bb3639a0', '{"kind":"document","id":"c469529155ff5964","cites":[{"doc":"three.txt","start":0,"end":60,"quote":"Turkey said on Friday that 20 soldiers were wounded in Hama.","for":[]}],"derived":{},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":null,"last_reported":null,"review":"unreviewed","links":[],"accounts":[],"doc":"three.txt","published":null,"basis":null,"why":null,"window":null,"title":null,"publisher":null,"agency":null,"authors":[],"language":"en","url":null,"sha256":"8c8ae659206e43162bde46a33f9ef63fd18180a4aee622bfa2cdece9fd8ed640","retrieved":null,"version_of":null,"parts":[],"quality":[]}');
INSERT INTO entries VALUES ('60660600f871c869', 'document', 'document:two.txt', '2020-02-08', 'two.txt', NULL, '2020-02-08', '2020-02-08', '9150243fdb822974', '{"kind":"document","id":"60660600f871c869","cites":[{"doc":"two.txt","start":5,"end":15,"quote":"2020-02-08","for":[]}],"derived":{"published":"date header"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-08","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"doc":"two.txt","published":"2020-02-08","basis":"stated","why":"date header ''2020-02-08''","window":null,"title":null,"publisher":null,"agency":null,"authors":[],"language":"en","url":null,"sha256":"206026591b5a4b0dee6e3538664ca223278b680608b8e47b24c284c77b934812","retrieved":null,"version_of":null,"parts":[],"quality":[]}');
INSERT INTO entries VALUES ('234ca46a32b82f60', 'figure', 'figure:killed:2020-02', NULL, 'killed', 8.0, '2020-02-07', '2020-02-07', '5e097eebfb8e5be1', '{"kind":"figure","id":"234ca46a32b82f60","cites":[{"doc":"one.txt","start":43,"end":75,"quote":"8 soldiers were killed in Sarmin","for":[]},{"doc":"one.txt","start":16,"end":22,"quote":"Turkey","for":["per"]}],"derived":{"per":"a name","place":"a name","value":"a number"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-07","last_reported":"2020-02-07","review":"unreviewed","links":[],"accounts":[],"measure":"killed","value":8.0,"low":8.0,"high":8.0,"qualifier":"exact","unit":"persons","of":"soldiers","did":null,"of_side":null,"of_side_id":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":"Sarmin","place_id":"place:text:sarmin","as_of":null,"as_of_basis":null,"period":null,"standing":"reported","per":["Turkey"],"per_ids":["actor:state:turkey"],"via":[],"series":null}');
INSERT INTO entries VALUES ('8470efd7f66830a9', 'figure', 'figure:killed:2020-02', '2020-02-08', 'killed', 13.0, '2020-02-08', '2020-02-08', 'e9c1a3a0822af92a', '{"kind":"figure","id":"8470efd7f66830a9","cites":[{"doc":"two.txt","start":16,"end":49,"quote":"13 soldiers were killed in Sarmin","for":[]},{"doc":"two.txt","start":5,"end":15,"quote":"2020-02-08","for":["as_of"]}],"derived":{"as_of":"report date","place":"a name","value":"a number"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-08","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"measure":"killed","value":13.0,"low":13.0,"high":13.0,"qualifier":"exact","unit":"persons","of":"soldiers","did":null,"of_side":null,"of_side_id":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":"Sarmin","place_id":"place:text:sarmin","as_of":"2020-02-08","as_of_basis":"inferred","period":null,"standing":"reported","per":["unattributed"],"per_ids":[],"via":[],"series":null}');
INSERT INTO entries VALUES ('590bde1299aba939', 'figure', 'figure:wounded:no day', NULL, 'wounded', 20.0, NULL, NULL, 'd68e0ff8a2c37a48', '{"kind":"figure","id":"590bde1299aba939","cites":[{"doc":"three.txt","start":27,"end":59,"quote":"20 soldiers were wounded in Hama","for":[]},{"doc":"three.txt","start":0,"end":6,"quote":"Turkey","for":["per"]}],"derived":{"per":"a name","place":"a name","value":"a number"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":null,"last_reported":null,"review":"unreviewed","links":[],"accounts":[],"measure":"wounded","value":20.0,"low":20.0,"high":20.0,"qualifier":"exact","unit":"persons","of":"soldiers","did":null,"of_side":null,"of_side_id":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":"Hama","place_id":"place:text:hama","as_of":null,"as_of_basis":null,"period":null,"standing":"reported","per":["Turkey"],"per_ids":["actor:state:turkey"],"via":[],"series":null}');
INSERT INTO entries VALUES ('d97f844fb45e1758', 'statement', 'statement:state:russia:2020-W06', '2020-02-07', 'Russia', NULL, '2020-02-08', '2020-02-08', 'c48ae424879e885d', '{"kind":"statement","id":"d97f844fb45e1758","cites":[{"doc":"two.txt","start":51,"end":90,"quote":"Russia said on Friday that talks go on.","for":[]}],"derived":{"on":"a weekday","speaker":"a name"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-08","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"speaker":["Russia"],"speaker_ids":["actor:state:russia"],"role":null,"act":"said","form":"indirect","to":null,"on":"2020-02-07","on_is":null,"on_basis":"relative","via":[],"target":[],"target_ids":[],"says":"talks go on","wording":null}');
INSERT INTO entries VALUES ('5148eb2c16be0509', 'statement', 'statement:state:turkey:2020-W06', '2020-02-03', 'Turkey', NULL, '2020-02-07', '2020-02-07', 'dd01f5f2324f0b72', '{"kind":"statement","id":"5148eb2c16be0509","cites":[{"doc":"one.txt","start":16,"end":76,"quote":"Turkey said on Monday that 8 soldiers were killed in Sarmin.","for":[]}],"derived":{"on":"a weekday","speaker":"a name"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-07","last_reported":"2020-02-07","review":"unreviewed","links":[],"accounts":[],"speaker":["Turkey"],"speaker_ids":["actor:state:turkey"],"role":null,"act":"said","form":"indirect","to":null,"on":"2020-02-03","on_is":null,"on_basis":"relative","via":[],"target":[],"target_ids":[],"says":"8 soldiers were killed in Sarmin","wording":null}');
INSERT INTO entries VALUES ('d422f22f84bdefb4', 'statement', 'statement:state:turkey:no day', NULL, 'Turkey', NULL, NULL, NULL, '9af0b07fcd774477', '{"kind":"statement","id":"d422f22f84bdefb4","cites":[{"doc":"three.txt","start":0,"end":60,"quote":"Turkey said on Friday that 20 soldiers were wounded in Hama.","for":[]}],"derived":{"speaker":"a name"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":null,"last_reported":null,"review":"unreviewed","links":[],"accounts":[],"speaker":["Turkey"],"speaker_ids":["actor:state:turkey"],"role":null,"act":"said","form":"indirect","to":null,"on":null,"on_is":null,"on_basis":null,"via":[],"target":[],"target_ids":[],"says":"20 soldiers were wounded in Hama","wording":null}');
INSERT INTO entries VALUES ('f948a7adc8eb5ea5', 'actor', 'actor:state:russia', NULL, 'Russia', NULL, '2020-02-08', '2020-02-08', '05907ab304cbda94', '{"kind":"actor","id":"f948a7adc8eb5ea5","cites":[{"doc":"two.txt","start":51,"end":57,"quote":"Russia","for":[]}],"derived":{"name":"a name"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-08","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"name":"Russia","type":"state","aliases":[],"roles":[],"country":null,"side_of":null}');
INSERT INTO entries VALUES ('10227a328c893a50', 'actor', 'actor:state:turkey', NULL, 'Turkey', NULL, '2020-02-07', '2020-02-07', '12092bae3f2a9362', '{"kind":"actor","id":"10227a328c893a50","cites":[{"doc":"one.txt","start":16,"end":22,"quote":"Turkey","for":[]},{"doc":"three.txt","start":0,"end":6,"quote":"Turkey","for":[]}],"derived":{"name":"a name"},"origins":{"speakers":1,"tellings":2,"reports":2},"first_reported":"2020-02-07","last_reported":"2020-02-07","review":"unreviewed","links":[],"accounts":[],"name":"Turkey","type":"state","aliases":[],"roles":[],"country":null,"side_of":null}');
INSERT INTO entries VALUES ('2aaa31cfeec06410', 'place', 'place:text:hama', NULL, 'Hama', NULL, NULL, NULL, 'c10ddcac1ed8e6c0', '{"kind":"place","id":"2aaa31cfeec06410","cites":[{"doc":"three.txt","start":55,"end":59,"quote":"Hama","for":[]}],"derived":{"place":"a name"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":null,"last_reported":null,"review":"unreviewed","links":[],"accounts":[],"name":"Hama","precision":"exact","aliases":[],"country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null}');
INSERT INTO entries VALUES ('49a6929db18cd35c', 'place', 'place:text:sarmin', NULL, 'Sarmin', NULL, '2020-02-07', '2020-02-08', '146190557e6bf817', '{"kind":"place","id":"49a6929db18cd35c","cites":[{"doc":"one.txt","start":69,"end":75,"quote":"Sarmin","for":[]},{"doc":"two.txt","start":43,"end":49,"quote":"Sarmin","for":[]}],"derived":{"place":"a name"},"origins":{"speakers":1,"tellings":2,"reports":2},"first_reported":"2020-02-07","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"name":"Sarmin","precision":"exact","aliases":[],"country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null}');
INSERT INTO members VALUES ('234ca46a32b82f60', '234ca46a32b82f60');
INSERT INTO members VALUES ('8470efd7f66830a9', '8470efd7f66830a9');
INSERT INTO members VALUES ('590bde1299aba939', '590bde1299aba939');
INSERT INTO members VALUES ('d97f844fb45e1758', 'd97f844fb45e1758');
INSERT INTO members VALUES ('5148eb2c16be0509', '5148eb2c16be0509');
INSERT INTO members VALUES ('d422f22f84bdefb4', 'd422f22f84bdefb4');
INSERT INTO members VALUES ('f948a7adc8eb5ea5', 'f948a7adc8eb5ea5');
INSERT INTO members VALUES ('10227a328c893a50', '10227a328c893a50');
INSERT INTO members VALUES ('b3af80cde4298224', '10227a328c893a50');
INSERT INTO members VALUES ('2aaa31cfeec06410', '2aaa31cfeec06410');
INSERT INTO members VALUES ('49a6929db18cd35c', '49a6929db18cd35c');
INSERT INTO members VALUES ('d2d15c977a3b3c7b', '49a6929db18cd35c');
INSERT INTO cites VALUES ('488fc7351a5d484f', 0, '488fc7351a5d484f', 5, 15, '[]');
INSERT INTO cites VALUES ('c469529155ff5964', 0, 'c469529155ff5964', 0, 60, '[]');
INSERT INTO cites VALUES ('60660600f871c869', 0, '60660600f871c869', 5, 15, '[]');
INSERT INTO cites VALUES ('234ca46a32b82f60', 0, '488fc7351a5d484f', 43, 75, '[]');
INSERT INTO cites VALUES ('234ca46a32b82f60', 1, '488fc7351a5d484f', 16, 22, '["per"]');
INSERT INTO cites VALUES ('8470efd7f66830a9', 0, '60660600f871c869', 16, 49, '[]');
INSERT INTO cites VALUES ('8470efd7f66830a9', 1, '60660600f871c869', 5, 15, '["as_of"]');
INSERT INTO cites VALUES ('590bde1299aba939', 0, 'c469529155ff5964', 27, 59, '[]');
INSERT INTO cites VALUES ('590bde1299aba939', 1, 'c469529155ff5964', 0, 6, '["per"]');
INSERT INTO cites VALUES ('d97f844fb45e1758', 0, '60660600f871c869', 51, 90, '[]');
INSERT INTO cites VALUES ('5148eb2c16be0509', 0, '488fc7351a5d484f', 16, 76, '[]');
INSERT INTO cites VALUES ('d422f22f84bdefb4', 0, 'c469529155ff5964', 0, 60, '[]');
INSERT INTO cites VALUES ('f948a7adc8eb5ea5', 0, '60660600f871c869', 51, 57, '[]');
INSERT INTO cites VALUES ('10227a328c893a50', 0, '488fc7351a5d484f', 16, 22, '[]');
INSERT INTO cites VALUES ('10227a328c893a50', 1, 'c469529155ff5964', 0, 6, '[]');
INSERT INTO cites VALUES ('2aaa31cfeec06410', 0, 'c469529155ff5964', 55, 59, '[]');
INSERT INTO cites VALUES ('49a6929db18cd35c', 0, '488fc7351a5d484f', 69, 75, '[]');
INSERT INTO cites VALUES ('49a6929db18cd35c', 1, '60660600f871c869', 43, 49, '[]');
INSERT INTO traces VALUES ('488fc7351a5d484f', 0, '2020-02-07', X'a6df56a4bb5049ca4a62bd4b92b8c2f15c8d8d019b8b810fabfa3679665883e05450814f5345419d92f3f252c43952a07f2f2489c069478895de958246515de86675340fb32f332b533ae59044a4d418713991287f04795d4c82873b1d3de71833e3eb45a083bdac');
INSERT INTO traces VALUES ('60660600f871c869', 0, '2020-02-08', X'825aedc7e5368308d10944e0326c7eb004a19a80a839ea5b4a9a6aae78e775cd6417941216d43402d27a12bcd1ebc1c693628dd570b6c39e17b37859076bd49722f5555effcd6a0b8103b84e48f1d5eb85096871a2f9afe43f1a2f21213040df7aadd4b02ce15767');
INSERT INTO traces VALUES ('c469529155ff5964', 0, NULL, X'14cba2fd1b48785d847c0ba3bd76e40138f36abc11a21987af56af6f4a88d28623ea7fad6cf304f218c65dd805a141d4');
INSERT INTO marks VALUES (1909486308834, 'c469529155ff5964', 0, 60);
INSERT INTO marks VALUES (2235446378899, '488fc7351a5d484f', 16, 76);
INSERT INTO marks VALUES (2235446378899, '60660600f871c869', 16, 50);
INSERT INTO marks VALUES (6224710196696, 'c469529155ff5964', 0, 60);
INSERT INTO marks VALUES (10691057372282, '488fc7351a5d484f', 16, 76);
INSERT INTO marks VALUES (19541643634472, 'c469529155ff5964', 0, 60);
INSERT INTO marks VALUES (23984160192274, 'c469529155ff5964', 0, 60);
INSERT INTO marks VALUES (30178943403893, '488fc7351a5d484f', 16, 76);
INSERT INTO marks VALUES (30215903706669, '60660600f871c869', 0, 15);
INSERT INTO marks VALUES (31091145788980, '488fc7351a5d484f', 0, 15);
INSERT INTO marks VALUES (33638994106169, 'c469529155ff5964', 0, 60);
INSERT INTO marks VALUES (36709229025699, '60660600f871c869', 16, 50);
INSERT INTO marks VALUES (45970499460383, '488fc7351a5d484f', 0, 15);
INSERT INTO marks VALUES (51619598036230, '60660600f871c869', 0, 15);
INSERT INTO marks VALUES (59966432208013, '488fc7351a5d484f', 16, 76);
INSERT INTO marks VALUES (67324882348388, '488fc7351a5d484f', 16, 76);
INSERT INTO marks VALUES (67341049929459, 'c469529155ff5964', 0, 60);
INSERT INTO marks VALUES (72597485571352, '488fc7351a5d484f', 16, 76);
INSERT INTO marks VALUES (73665837605082, '488fc7351a5d484f', 16, 76);
INSERT INTO marks VALUES (77459799375850, '60660600f871c869', 51, 90);
INSERT INTO marks VALUES (81011620092830, '60660600f871c869', 0, 15);
INSERT INTO marks VALUES (81053096558833, '488fc7351a5d484f', 16, 76);
INSERT INTO marks VALUES (86381259991943, '488fc7351a5d484f', 0, 15);
INSERT INTO marks VALUES (103760645520863, '60660600f871c869', 16, 50);
INSERT INTO marks VALUES (104908325559236, 'c469529155ff5964', 0, 60);
INSERT INTO marks VALUES (115046226340094, 'c469529155ff5964', 0, 60);
INSERT INTO marks VALUES (122076841460514, '488fc7351a5d484f', 16, 76);
INSERT INTO marks VALUES (127076080067103, 'c469529155ff5964', 0, 60);
INSERT INTO marks VALUES (132042174698446, '60660600f871c869', 16, 50);
INSERT INTO marks VALUES (137227970400782, 'c469529155ff5964', 0, 60);
INSERT INTO marks VALUES (138317733267501, '488fc7351a5d484f', 16, 76);
INSERT INTO marks VALUES (172633210221684, '60660600f871c869', 51, 90);
INSERT INTO marks VALUES (179952510454186, '60660600f871c869', 51, 90);
INSERT INTO marks VALUES (188228703498622, '488fc7351a5d484f', 0, 15);
INSERT INTO marks VALUES (188228703498622, '60660600f871c869', 0, 15);
INSERT INTO marks VALUES (199903256176853, '60660600f871c869', 51, 90);
INSERT INTO log VALUES (1, '2026-11-22T08:51:58+00:00', 'added', '488fc7351a5d484f', 'reader one');
INSERT INTO log VALUES (2, '2026-11-22T08:51:58+00:00', 'added', '60660600f871c869', 'reader one');
INSERT INTO log VALUES (3, '2026-11-22T08:51:58+00:00', 'added', 'c469529155ff5964', 'reader one');
