-- A record of schema version 1 with one report, as the program of that version wrote it. Never changed.
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
CREATE TABLE entries (
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	block TEXT NOT NULL,
	day TEXT,
	name TEXT,
	value FLOAT,
	first_reported TEXT,
	last_reported TEXT,
	body TEXT NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE meta (
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (name)
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
CREATE TABLE log (
	number INTEGER NOT NULL,
	at TEXT NOT NULL,
	what TEXT NOT NULL,
	document TEXT NOT NULL,
	reader TEXT NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
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
CREATE TABLE members (
	observation TEXT NOT NULL,
	entry TEXT NOT NULL,
	PRIMARY KEY (observation),
	FOREIGN KEY(observation) REFERENCES observations (id) ON DELETE CASCADE,
	FOREIGN KEY(entry) REFERENCES entries (id) ON DELETE CASCADE
);
CREATE TABLE names (
	"key" TEXT NOT NULL,
	observation TEXT NOT NULL,
	PRIMARY KEY ("key", observation),
	FOREIGN KEY(observation) REFERENCES observations (id) ON DELETE CASCADE
);
CREATE VIRTUAL TABLE documents_fts USING fts5(name, text, content='documents', content_rowid='number');
CREATE INDEX entries_in_order ON entries (kind, day, id);
CREATE INDEX ix_cites_document ON cites (document);
CREATE INDEX ix_documents_name ON documents (name);
CREATE INDEX ix_documents_published ON documents (published);
CREATE INDEX ix_documents_sha256 ON documents (sha256);
CREATE INDEX ix_documents_stated ON documents (stated);
CREATE INDEX ix_entries_block ON entries (block);
CREATE INDEX ix_log_document ON log (document);
CREATE INDEX ix_members_entry ON members (entry);
CREATE INDEX ix_names_observation ON names (observation);
CREATE INDEX ix_observations_block ON observations (block);
CREATE INDEX ix_observations_document ON observations (document);
CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN INSERT INTO documents_fts (rowid, name, text) VALUES (new.number, new.name, new.text); END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN INSERT INTO documents_fts (documents_fts, rowid, name, text) VALUES ('delete', old.number, old.name, old.text); END;
INSERT INTO documents VALUES (1,'488fc7351a5d484f','one.txt','one.txt','2020-02-07',1,'a3651e9d236ba592762464768e01043c9e2bb28d5b72c54c0576d62665cf2964','en','utf-8',NULL,NULL,'reader one','d267d363040a786d','[]','[{"span":[0,91],"title":null,"publisher":null,"agency":null,"authors":[],"published":{"value":"2020-02-07","rule":"date header","words":[[5,15]]},"dateline":null}]','[]','[{"published":"2020-02-07","basis":"stated","why":"date header ''2020-02-07''","window":null,"words":[[5,15]]}]','[[0,15,"date 2020-02-07"],[5,15,"2020-02-07"]]','date 2020-02-07
Turkey said on Monday that 8 soldiers were killed in Sarmin. Aid is needed.');
INSERT INTO entries VALUES ('10227a328c893a50','actor','actor:state:turkey',NULL,'Turkey',NULL,'2020-02-07','2020-02-07','{"kind":"actor","id":"10227a328c893a50","cites":[{"doc":"one.txt","start":16,"end":22,"quote":"Turkey","for":[]}],"derived":{"name":"a name"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-07","last_reported":"2020-02-07","review":"unreviewed","links":[],"accounts":[],"name":"Turkey","type":"state","aliases":[],"roles":[],"country":null,"side_of":null}');
INSERT INTO entries VALUES ('488fc7351a5d484f','document','document:one.txt','2020-02-07','one.txt',NULL,'2020-02-07','2020-02-07','{"kind":"document","id":"488fc7351a5d484f","cites":[{"doc":"one.txt","start":5,"end":15,"quote":"2020-02-07","for":[]}],"derived":{"published":"date header"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-07","last_reported":"2020-02-07","review":"unreviewed","links":[],"accounts":[],"doc":"one.txt","published":"2020-02-07","basis":"stated","why":"date header ''2020-02-07''","window":null,"title":null,"publisher":null,"agency":null,"authors":[],"language":"en","url":null,"sha256":"a3651e9d236ba592762464768e01043c9e2bb28d5b72c54c0576d62665cf2964","retrieved":null,"version_of":null,"parts":[],"quality":[]}');
INSERT INTO entries VALUES ('49a6929db18cd35c','place','place:text:sarmin',NULL,'Sarmin',NULL,'2020-02-07','2020-02-07','{"kind":"place","id":"49a6929db18cd35c","cites":[{"doc":"one.txt","start":69,"end":75,"quote":"Sarmin","for":[]}],"derived":{"place":"a name"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-07","last_reported":"2020-02-07","review":"unreviewed","links":[],"accounts":[],"name":"Sarmin","precision":"exact","aliases":[],"country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null}');
INSERT INTO entries VALUES ('234ca46a32b82f60','figure','figure:234ca46a32b82f60',NULL,'killed',8.0,'2020-02-07','2020-02-07','{"kind":"figure","id":"234ca46a32b82f60","cites":[{"doc":"one.txt","start":43,"end":75,"quote":"8 soldiers were killed in Sarmin","for":[]},{"doc":"one.txt","start":16,"end":22,"quote":"Turkey","for":["per"]}],"derived":{"per":"a name","place":"a name","value":"a number"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-07","last_reported":"2020-02-07","review":"unreviewed","links":[],"accounts":[],"measure":"killed","value":8.0,"low":8.0,"high":8.0,"qualifier":"exact","unit":"persons","of":"soldiers","did":null,"of_side":null,"of_side_id":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":"Sarmin","place_id":"49a6929db18cd35c","as_of":null,"as_of_basis":null,"period":null,"standing":"reported","per":["Turkey"],"per_ids":["10227a328c893a50"],"via":[],"series":null}');
INSERT INTO entries VALUES ('5148eb2c16be0509','statement','statement:5148eb2c16be0509','2020-02-03','Turkey',NULL,'2020-02-07','2020-02-07','{"kind":"statement","id":"5148eb2c16be0509","cites":[{"doc":"one.txt","start":16,"end":76,"quote":"Turkey said on Monday that 8 soldiers were killed in Sarmin.","for":[]}],"derived":{"on":"a weekday","speaker":"a name"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-07","last_reported":"2020-02-07","review":"unreviewed","links":[],"accounts":[],"speaker":["Turkey"],"speaker_ids":["10227a328c893a50"],"role":null,"act":"said","form":"indirect","to":null,"on":"2020-02-03","on_is":null,"on_basis":"relative","via":[],"target":[],"target_ids":[],"says":"8 soldiers were killed in Sarmin","wording":null}');
INSERT INTO meta VALUES ('format','onrecord');
INSERT INTO meta VALUES ('schema','1');
INSERT INTO cites VALUES ('10227a328c893a50',0,'488fc7351a5d484f',16,22,'[]');
INSERT INTO cites VALUES ('488fc7351a5d484f',0,'488fc7351a5d484f',5,15,'[]');
INSERT INTO cites VALUES ('49a6929db18cd35c',0,'488fc7351a5d484f',69,75,'[]');
INSERT INTO cites VALUES ('234ca46a32b82f60',0,'488fc7351a5d484f',43,75,'[]');
INSERT INTO cites VALUES ('234ca46a32b82f60',1,'488fc7351a5d484f',16,22,'["per"]');
INSERT INTO cites VALUES ('5148eb2c16be0509',0,'488fc7351a5d484f',16,76,'[]');
INSERT INTO log VALUES (1,'2026-11-21T23:50:12+00:00','added','488fc7351a5d484f','reader one');
INSERT INTO observations VALUES ('10227a328c893a50','488fc7351a5d484f',0,'actor','actor:state:turkey',16,22,'[[16,22]]','{"type":"actor","actor":{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[16,22]]},"aliases":[{"value":"Turkey","rule":"verbatim","words":[[16,22]]}],"roles":[]}','[[16,22,"Turkey"]]');
INSERT INTO observations VALUES ('f2c1f409828e2278','488fc7351a5d484f',0,'date',NULL,31,37,'[[31,37]]','{"type":"date","when":{"value":{"unit":"day","weekday":0},"rule":"a weekday","words":[[31,37]]},"of_report":false}','[[31,37,"Monday"]]');
INSERT INTO observations VALUES ('5148eb2c16be0509','488fc7351a5d484f',0,'statement','statement:5148eb2c16be0509',23,27,'[[16,76]]','{"type":"statement","speaker":[{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[16,22]]}],"act":{"value":"said","rule":"verbatim","words":[[23,27]]},"form":"indirect","says":[[43,75]],"role":null,"to":null,"on":{"value":{"unit":"day","weekday":0},"rule":"a weekday","words":[[31,37]]},"recent":false,"via":[],"target":[]}','[[16,22,"Turkey"],[16,76,"Turkey said on Monday that 8 soldiers were killed in Sarmin."],[23,27,"said"],[31,37,"Monday"],[43,75,"8 soldiers were killed in Sarmin"]]');
INSERT INTO observations VALUES ('49a6929db18cd35c','488fc7351a5d484f',0,'place','place:text:sarmin',69,75,'[[69,75]]','{"type":"place","place":{"value":{"key":"text:sarmin","name":"Sarmin","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[69,75]]},"aliases":[]}','[[69,75,"Sarmin"]]');
INSERT INTO observations VALUES ('234ca46a32b82f60','488fc7351a5d484f',0,'figure','figure:234ca46a32b82f60',43,44,'[[43,75]]','{"type":"figure","measure":{"value":"killed","rule":"verbatim","words":[[59,65]]},"amount":{"value":{"value":8.0,"low":8.0,"high":8.0,"qualifier":"exact"},"rule":"a number","words":[[43,44]]},"of":{"value":"soldiers","rule":"verbatim","words":[[45,53]]},"unit":"persons","did":null,"of_side":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":{"value":{"key":"text:sarmin","name":"Sarmin","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[69,75]]},"as_of":null,"period":null,"recent":false,"standing":"reported","per":[{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[16,22]]}],"via":[]}','[[16,22,"Turkey"],[43,44,"8"],[43,75,"8 soldiers were killed in Sarmin"],[45,53,"soldiers"],[59,65,"killed"],[69,75,"Sarmin"]]');
INSERT INTO members VALUES ('10227a328c893a50','10227a328c893a50');
INSERT INTO members VALUES ('49a6929db18cd35c','49a6929db18cd35c');
INSERT INTO members VALUES ('234ca46a32b82f60','234ca46a32b82f60');
INSERT INTO members VALUES ('5148eb2c16be0509','5148eb2c16be0509');
INSERT INTO names VALUES ('actor:state:turkey','5148eb2c16be0509');
INSERT INTO names VALUES ('actor:state:turkey','234ca46a32b82f60');
INSERT INTO names VALUES ('place:text:sarmin','234ca46a32b82f60');
