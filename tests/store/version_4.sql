-- A record of schema version 4 with three reports, as the program of that version wrote it. Never changed.
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
 WITHOUT ROWID;
CREATE TABLE log (
	number INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	what TEXT NOT NULL, 
	document TEXT NOT NULL, 
	reader TEXT NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE names (
	"key" TEXT NOT NULL, 
	observation TEXT NOT NULL, 
	PRIMARY KEY ("key", observation), 
	FOREIGN KEY(observation) REFERENCES observations (id) ON DELETE CASCADE
);
CREATE TABLE members (
	observation TEXT NOT NULL, 
	entry TEXT NOT NULL, 
	PRIMARY KEY (observation), 
	FOREIGN KEY(observation) REFERENCES observations (id) ON DELETE CASCADE, 
	FOREIGN KEY(entry) REFERENCES entries (id) ON DELETE CASCADE
);
CREATE VIRTUAL TABLE documents_fts USING fts5(name, text, content='documents', content_rowid='number');
CREATE INDEX ix_documents_sha256 ON documents (sha256);
CREATE INDEX ix_documents_stated ON documents (stated);
CREATE INDEX ix_documents_name ON documents (name);
CREATE INDEX ix_documents_label ON documents (label);
CREATE INDEX ix_documents_published ON documents (published);
CREATE INDEX ix_entries_block ON entries (block);
CREATE INDEX entries_in_order ON entries (kind, day, id);
CREATE INDEX ix_observations_block ON observations (block);
CREATE INDEX ix_observations_document ON observations (document);
CREATE INDEX ix_cites_document ON cites (document);
CREATE INDEX ix_traces_day ON traces (day);
CREATE INDEX ix_marks_document ON marks (document);
CREATE INDEX ix_log_document ON log (document);
CREATE INDEX ix_names_observation ON names (observation);
CREATE INDEX ix_members_entry ON members (entry);
CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN INSERT INTO documents_fts (rowid, name, text) VALUES (new.number, new.name, new.text); END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN INSERT INTO documents_fts (documents_fts, rowid, name, text) VALUES ('delete', old.number, old.name, old.text); END;
INSERT INTO meta VALUES ('format','onrecord');
INSERT INTO meta VALUES ('schema','4');
INSERT INTO documents VALUES (1,'488fc7351a5d484f','one.txt','one.txt','2020-02-07',1,'a3651e9d236ba592762464768e01043c9e2bb28d5b72c54c0576d62665cf2964','en','utf-8',NULL,NULL,'reader one','3cee7a86a3135956','[]','[{"span":[0,91],"title":null,"publisher":null,"agency":null,"authors":[],"published":{"value":"2020-02-07","rule":"date header","words":[[5,15]]},"dateline":null}]','[]','[{"published":"2020-02-07","basis":"stated","why":"date header ''2020-02-07''","window":null,"words":[[5,15]]}]','[[0,15,"date 2020-02-07"],[5,15,"2020-02-07"]]','date 2020-02-07
Turkey said on Monday that 8 soldiers were killed in Sarmin. Aid is needed.');
INSERT INTO documents VALUES (2,'60660600f871c869','two.txt','two.txt','2020-02-08',1,'206026591b5a4b0dee6e3538664ca223278b680608b8e47b24c284c77b934812','en','utf-8',NULL,NULL,'reader one','247cc389b1b114a0','[]','[{"span":[0,90],"title":null,"publisher":null,"agency":null,"authors":[],"published":{"value":"2020-02-08","rule":"date header","words":[[5,15]]},"dateline":null}]','[]','[{"published":"2020-02-08","basis":"stated","why":"date header ''2020-02-08''","window":null,"words":[[5,15]]}]','[[0,15,"date 2020-02-08"],[5,15,"2020-02-08"]]','date 2020-02-08
13 soldiers were killed in Sarmin. Russia said on Friday that talks go on.');
INSERT INTO documents VALUES (3,'937d35db2bbadbf7','six.txt','six.txt','2020-02-08',1,'f43b065729bd16f232778470572485738d561eea67540225c3068652bdc37816','en','utf-8',NULL,NULL,'reader one','a74af88c01945ed3','[]','[{"span":[0,91],"title":null,"publisher":null,"agency":null,"authors":[],"published":{"value":"2020-02-08","rule":"date header","words":[[5,15]]},"dateline":null}]','[]','[{"published":"2020-02-08","basis":"stated","why":"date header ''2020-02-08''","window":null,"words":[[5,15]]}]','[[0,15,"date 2020-02-08"],[5,15,"2020-02-08"]]','date 2020-02-08
Turkey said on Monday that 8 soldiers were killed in Sarmin. Grain is dear.');
INSERT INTO entries VALUES ('ada01dbc410f3aa3','copy','copy:937d35db2bbadbf7',NULL,'date 2020-02-08',NULL,'2020-02-08','2020-02-08','514a2b224d806344','{"kind":"copy","id":"ada01dbc410f3aa3","cites":[{"doc":"six.txt","start":0,"end":15,"quote":"date 2020-02-08","for":[]},{"doc":"two.txt","start":0,"end":15,"quote":"date 2020-02-08","for":[]}],"derived":{"type":"alignment"},"origins":{"speakers":1,"tellings":1,"reports":2},"first_reported":"2020-02-08","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"docs":["two.txt","six.txt"],"what":"date 2020-02-08","type":"same wire text","share":null}');
INSERT INTO entries VALUES ('da81ff59ea8eea0e','copy','copy:937d35db2bbadbf7',NULL,'Turkey said on Monday that 8 soldiers were killed in Sarmin.',NULL,'2020-02-07','2020-02-08','b370b66a8a08da8b','{"kind":"copy","id":"da81ff59ea8eea0e","cites":[{"doc":"one.txt","start":16,"end":76,"quote":"Turkey said on Monday that 8 soldiers were killed in Sarmin.","for":[]},{"doc":"six.txt","start":16,"end":76,"quote":"Turkey said on Monday that 8 soldiers were killed in Sarmin.","for":[]}],"derived":{"type":"alignment"},"origins":{"speakers":1,"tellings":1,"reports":2},"first_reported":"2020-02-07","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"docs":["one.txt","six.txt"],"what":"Turkey said on Monday that 8 soldiers were killed in Sarmin.","type":"same wire text","share":null}');
INSERT INTO entries VALUES ('488fc7351a5d484f','document','document:one.txt','2020-02-07','one.txt',NULL,'2020-02-07','2020-02-07','210118fb6d3c16e3','{"kind":"document","id":"488fc7351a5d484f","cites":[{"doc":"one.txt","start":5,"end":15,"quote":"2020-02-07","for":[]}],"derived":{"published":"date header"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-07","last_reported":"2020-02-07","review":"unreviewed","links":[],"accounts":[],"doc":"one.txt","published":"2020-02-07","basis":"stated","why":"date header ''2020-02-07''","window":null,"title":null,"publisher":null,"agency":null,"authors":[],"language":"en","url":null,"sha256":"a3651e9d236ba592762464768e01043c9e2bb28d5b72c54c0576d62665cf2964","retrieved":null,"version_of":null,"parts":[],"quality":[]}');
INSERT INTO entries VALUES ('937d35db2bbadbf7','document','document:six.txt','2020-02-08','six.txt',NULL,'2020-02-08','2020-02-08','95082e7d7b45362e','{"kind":"document","id":"937d35db2bbadbf7","cites":[{"doc":"six.txt","start":5,"end":15,"quote":"2020-02-08","for":[]}],"derived":{"published":"date header"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-08","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"doc":"six.txt","published":"2020-02-08","basis":"stated","why":"date header ''2020-02-08''","window":null,"title":null,"publisher":null,"agency":null,"authors":[],"language":"en","url":null,"sha256":"f43b065729bd16f232778470572485738d561eea67540225c3068652bdc37816","retrieved":null,"version_of":null,"parts":[],"quality":[]}');
INSERT INTO entries VALUES ('60660600f871c869','document','document:two.txt','2020-02-08','two.txt',NULL,'2020-02-08','2020-02-08','9150243fdb822974','{"kind":"document","id":"60660600f871c869","cites":[{"doc":"two.txt","start":5,"end":15,"quote":"2020-02-08","for":[]}],"derived":{"published":"date header"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-08","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"doc":"two.txt","published":"2020-02-08","basis":"stated","why":"date header ''2020-02-08''","window":null,"title":null,"publisher":null,"agency":null,"authors":[],"language":"en","url":null,"sha256":"206026591b5a4b0dee6e3538664ca223278b680608b8e47b24c284c77b934812","retrieved":null,"version_of":null,"parts":[],"quality":[]}');
INSERT INTO entries VALUES ('234ca46a32b82f60','figure','figure:killed:2020-02',NULL,'killed',8.0,'2020-02-07','2020-02-07','5e097eebfb8e5be1','{"kind":"figure","id":"234ca46a32b82f60","cites":[{"doc":"one.txt","start":43,"end":75,"quote":"8 soldiers were killed in Sarmin","for":[]},{"doc":"one.txt","start":16,"end":22,"quote":"Turkey","for":["per"]}],"derived":{"per":"a name","place":"a name","value":"a number"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-07","last_reported":"2020-02-07","review":"unreviewed","links":[],"accounts":[],"measure":"killed","value":8.0,"low":8.0,"high":8.0,"qualifier":"exact","unit":"persons","of":"soldiers","did":null,"of_side":null,"of_side_id":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":"Sarmin","place_id":"place:text:sarmin","as_of":null,"as_of_basis":null,"period":null,"standing":"reported","per":["Turkey"],"per_ids":["actor:state:turkey"],"via":[],"series":null}');
INSERT INTO entries VALUES ('8470efd7f66830a9','figure','figure:killed:2020-02','2020-02-08','killed',13.0,'2020-02-08','2020-02-08','e9c1a3a0822af92a','{"kind":"figure","id":"8470efd7f66830a9","cites":[{"doc":"two.txt","start":16,"end":49,"quote":"13 soldiers were killed in Sarmin","for":[]},{"doc":"two.txt","start":5,"end":15,"quote":"2020-02-08","for":["as_of"]}],"derived":{"as_of":"report date","place":"a name","value":"a number"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-08","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"measure":"killed","value":13.0,"low":13.0,"high":13.0,"qualifier":"exact","unit":"persons","of":"soldiers","did":null,"of_side":null,"of_side_id":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":"Sarmin","place_id":"place:text:sarmin","as_of":"2020-02-08","as_of_basis":"inferred","period":null,"standing":"reported","per":["unattributed"],"per_ids":[],"via":[],"series":null}');
INSERT INTO entries VALUES ('3f28f04d0c62005e','figure','figure:killed:2020-02',NULL,'killed',8.0,'2020-02-08','2020-02-08','a557d1ddcea77289','{"kind":"figure","id":"3f28f04d0c62005e","cites":[{"doc":"six.txt","start":43,"end":75,"quote":"8 soldiers were killed in Sarmin","for":[]},{"doc":"six.txt","start":16,"end":22,"quote":"Turkey","for":["per"]}],"derived":{"per":"a name","place":"a name","value":"a number"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-08","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"measure":"killed","value":8.0,"low":8.0,"high":8.0,"qualifier":"exact","unit":"persons","of":"soldiers","did":null,"of_side":null,"of_side_id":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":"Sarmin","place_id":"place:text:sarmin","as_of":null,"as_of_basis":null,"period":null,"standing":"reported","per":["Turkey"],"per_ids":["actor:state:turkey"],"via":[],"series":null}');
INSERT INTO entries VALUES ('d97f844fb45e1758','statement','statement:state:russia:2020-W06','2020-02-07','Russia',NULL,'2020-02-08','2020-02-08','c48ae424879e885d','{"kind":"statement","id":"d97f844fb45e1758","cites":[{"doc":"two.txt","start":51,"end":90,"quote":"Russia said on Friday that talks go on.","for":[]}],"derived":{"on":"a weekday","speaker":"a name"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-08","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"speaker":["Russia"],"speaker_ids":["actor:state:russia"],"role":null,"act":"said","form":"indirect","to":null,"on":"2020-02-07","on_is":null,"on_basis":"relative","via":[],"target":[],"target_ids":[],"says":"talks go on","wording":null}');
INSERT INTO entries VALUES ('5148eb2c16be0509','statement','statement:state:turkey:2020-W06','2020-02-03','Turkey',NULL,'2020-02-07','2020-02-08','1665b6ae960a50bd','{"kind":"statement","id":"5148eb2c16be0509","cites":[{"doc":"one.txt","start":16,"end":76,"quote":"Turkey said on Monday that 8 soldiers were killed in Sarmin.","for":[]},{"doc":"six.txt","start":16,"end":76,"quote":"Turkey said on Monday that 8 soldiers were killed in Sarmin.","for":[]}],"derived":{"on":"a weekday","speaker":"a name"},"origins":{"speakers":1,"tellings":1,"reports":2},"first_reported":"2020-02-07","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"speaker":["Turkey"],"speaker_ids":["actor:state:turkey"],"role":null,"act":"said","form":"indirect","to":null,"on":"2020-02-03","on_is":null,"on_basis":"relative","via":[],"target":[],"target_ids":[],"says":"8 soldiers were killed in Sarmin","wording":null}');
INSERT INTO entries VALUES ('f948a7adc8eb5ea5','actor','actor:state:russia',NULL,'Russia',NULL,'2020-02-08','2020-02-08','05907ab304cbda94','{"kind":"actor","id":"f948a7adc8eb5ea5","cites":[{"doc":"two.txt","start":51,"end":57,"quote":"Russia","for":[]}],"derived":{"name":"a name"},"origins":{"speakers":1,"tellings":1,"reports":1},"first_reported":"2020-02-08","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"name":"Russia","type":"state","aliases":[],"roles":[],"country":null,"side_of":null}');
INSERT INTO entries VALUES ('10227a328c893a50','actor','actor:state:turkey',NULL,'Turkey',NULL,'2020-02-07','2020-02-08','c7caa3a6f4e06817','{"kind":"actor","id":"10227a328c893a50","cites":[{"doc":"one.txt","start":16,"end":22,"quote":"Turkey","for":[]},{"doc":"six.txt","start":16,"end":22,"quote":"Turkey","for":[]}],"derived":{"name":"a name"},"origins":{"speakers":1,"tellings":2,"reports":2},"first_reported":"2020-02-07","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"name":"Turkey","type":"state","aliases":[],"roles":[],"country":null,"side_of":null}');
INSERT INTO entries VALUES ('49a6929db18cd35c','place','place:text:sarmin',NULL,'Sarmin',NULL,'2020-02-07','2020-02-08','7a6720b109f02e0c','{"kind":"place","id":"49a6929db18cd35c","cites":[{"doc":"one.txt","start":69,"end":75,"quote":"Sarmin","for":[]},{"doc":"six.txt","start":69,"end":75,"quote":"Sarmin","for":[]},{"doc":"two.txt","start":43,"end":49,"quote":"Sarmin","for":[]}],"derived":{"place":"a name"},"origins":{"speakers":1,"tellings":3,"reports":3},"first_reported":"2020-02-07","last_reported":"2020-02-08","review":"unreviewed","links":[],"accounts":[],"name":"Sarmin","precision":"exact","aliases":[],"country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null}');
INSERT INTO observations VALUES ('10227a328c893a50','488fc7351a5d484f',0,'actor','actor:state:turkey',16,22,'[[16,22]]','{"type":"actor","actor":{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[16,22]]},"aliases":[{"value":"Turkey","rule":"verbatim","words":[[16,22]]}],"roles":[]}','[[16,22,"Turkey"]]');
INSERT INTO observations VALUES ('f2c1f409828e2278','488fc7351a5d484f',0,'date',NULL,31,37,'[[31,37]]','{"type":"date","when":{"value":{"unit":"day","weekday":0},"rule":"a weekday","words":[[31,37]]},"of_report":true}','[[31,37,"Monday"]]');
INSERT INTO observations VALUES ('5148eb2c16be0509','488fc7351a5d484f',0,'statement','statement:state:turkey:2020-W06',23,27,'[[16,76]]','{"type":"statement","speaker":[{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[16,22]]}],"act":{"value":"said","rule":"verbatim","words":[[23,27]]},"form":"indirect","says":[[43,75]],"role":null,"to":null,"on":{"value":{"unit":"day","weekday":0},"rule":"a weekday","words":[[31,37]]},"recent":false,"via":[],"target":[]}','[[16,22,"Turkey"],[16,76,"Turkey said on Monday that 8 soldiers were killed in Sarmin."],[23,27,"said"],[31,37,"Monday"],[43,75,"8 soldiers were killed in Sarmin"]]');
INSERT INTO observations VALUES ('49a6929db18cd35c','488fc7351a5d484f',0,'place','place:text:sarmin',69,75,'[[69,75]]','{"type":"place","place":{"value":{"key":"text:sarmin","name":"Sarmin","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[69,75]]},"aliases":[]}','[[69,75,"Sarmin"]]');
INSERT INTO observations VALUES ('234ca46a32b82f60','488fc7351a5d484f',0,'figure','figure:killed:2020-02',43,44,'[[43,75]]','{"type":"figure","measure":{"value":"killed","rule":"verbatim","words":[[59,65]]},"amount":{"value":{"value":8.0,"low":8.0,"high":8.0,"qualifier":"exact"},"rule":"a number","words":[[43,44]]},"of":{"value":"soldiers","rule":"verbatim","words":[[45,53]]},"unit":"persons","did":null,"of_side":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":{"value":{"key":"text:sarmin","name":"Sarmin","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[69,75]]},"as_of":null,"period":null,"recent":false,"standing":"reported","per":[{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[16,22]]}],"via":[]}','[[16,22,"Turkey"],[43,44,"8"],[43,75,"8 soldiers were killed in Sarmin"],[45,53,"soldiers"],[59,65,"killed"],[69,75,"Sarmin"]]');
INSERT INTO observations VALUES ('f948a7adc8eb5ea5','60660600f871c869',0,'actor','actor:state:russia',51,57,'[[51,57]]','{"type":"actor","actor":{"value":{"key":"state:russia","name":"Russia","type":"state","country":null,"side_of":null},"rule":"a name","words":[[51,57]]},"aliases":[{"value":"Russia","rule":"verbatim","words":[[51,57]]}],"roles":[]}','[[51,57,"Russia"]]');
INSERT INTO observations VALUES ('5e60ac07bd8c9d1a','60660600f871c869',0,'date',NULL,66,72,'[[66,72]]','{"type":"date","when":{"value":{"unit":"day","weekday":4},"rule":"a weekday","words":[[66,72]]},"of_report":true}','[[66,72,"Friday"]]');
INSERT INTO observations VALUES ('d97f844fb45e1758','60660600f871c869',0,'statement','statement:state:russia:2020-W06',58,62,'[[51,90]]','{"type":"statement","speaker":[{"value":{"key":"state:russia","name":"Russia","type":"state","country":null,"side_of":null},"rule":"a name","words":[[51,57]]}],"act":{"value":"said","rule":"verbatim","words":[[58,62]]},"form":"indirect","says":[[78,89]],"role":null,"to":null,"on":{"value":{"unit":"day","weekday":4},"rule":"a weekday","words":[[66,72]]},"recent":false,"via":[],"target":[]}','[[51,57,"Russia"],[51,90,"Russia said on Friday that talks go on."],[58,62,"said"],[66,72,"Friday"],[78,89,"talks go on"]]');
INSERT INTO observations VALUES ('d2d15c977a3b3c7b','60660600f871c869',0,'place','place:text:sarmin',43,49,'[[43,49]]','{"type":"place","place":{"value":{"key":"text:sarmin","name":"Sarmin","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[43,49]]},"aliases":[]}','[[43,49,"Sarmin"]]');
INSERT INTO observations VALUES ('8470efd7f66830a9','60660600f871c869',0,'figure','figure:killed:2020-02',16,18,'[[16,49]]','{"type":"figure","measure":{"value":"killed","rule":"verbatim","words":[[33,39]]},"amount":{"value":{"value":13.0,"low":13.0,"high":13.0,"qualifier":"exact"},"rule":"a number","words":[[16,18]]},"of":{"value":"soldiers","rule":"verbatim","words":[[19,27]]},"unit":"persons","did":null,"of_side":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":{"value":{"key":"text:sarmin","name":"Sarmin","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[43,49]]},"as_of":null,"period":null,"recent":true,"standing":"reported","per":[],"via":[]}','[[16,18,"13"],[16,49,"13 soldiers were killed in Sarmin"],[19,27,"soldiers"],[33,39,"killed"],[43,49,"Sarmin"]]');
INSERT INTO observations VALUES ('df4b3c5a2fc2305b','937d35db2bbadbf7',0,'actor','actor:state:turkey',16,22,'[[16,22]]','{"type":"actor","actor":{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[16,22]]},"aliases":[{"value":"Turkey","rule":"verbatim","words":[[16,22]]}],"roles":[]}','[[16,22,"Turkey"]]');
INSERT INTO observations VALUES ('99e1434ed3eb75f6','937d35db2bbadbf7',0,'date',NULL,31,37,'[[31,37]]','{"type":"date","when":{"value":{"unit":"day","weekday":0},"rule":"a weekday","words":[[31,37]]},"of_report":true}','[[31,37,"Monday"]]');
INSERT INTO observations VALUES ('ce6d0515d5a534f1','937d35db2bbadbf7',0,'statement','statement:state:turkey:2020-W06',23,27,'[[16,76]]','{"type":"statement","speaker":[{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[16,22]]}],"act":{"value":"said","rule":"verbatim","words":[[23,27]]},"form":"indirect","says":[[43,75]],"role":null,"to":null,"on":{"value":{"unit":"day","weekday":0},"rule":"a weekday","words":[[31,37]]},"recent":false,"via":[],"target":[]}','[[16,22,"Turkey"],[16,76,"Turkey said on Monday that 8 soldiers were killed in Sarmin."],[23,27,"said"],[31,37,"Monday"],[43,75,"8 soldiers were killed in Sarmin"]]');
INSERT INTO observations VALUES ('0994c44e1a99fb7b','937d35db2bbadbf7',0,'place','place:text:sarmin',69,75,'[[69,75]]','{"type":"place","place":{"value":{"key":"text:sarmin","name":"Sarmin","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[69,75]]},"aliases":[]}','[[69,75,"Sarmin"]]');
INSERT INTO observations VALUES ('3f28f04d0c62005e','937d35db2bbadbf7',0,'figure','figure:killed:2020-02',43,44,'[[43,75]]','{"type":"figure","measure":{"value":"killed","rule":"verbatim","words":[[59,65]]},"amount":{"value":{"value":8.0,"low":8.0,"high":8.0,"qualifier":"exact"},"rule":"a number","words":[[43,44]]},"of":{"value":"soldiers","rule":"verbatim","words":[[45,53]]},"unit":"persons","did":null,"of_side":null,"of_status":null,"of_group":null,"part_of":null,"count":null,"place":{"value":{"key":"text:sarmin","name":"Sarmin","precision":"exact","country":null,"iso3":null,"admin1":null,"lat":null,"lon":null,"geonameid":null},"rule":"a name","words":[[69,75]]},"as_of":null,"period":null,"recent":false,"standing":"reported","per":[{"value":{"key":"state:turkey","name":"Turkey","type":"state","country":null,"side_of":null},"rule":"a name","words":[[16,22]]}],"via":[]}','[[16,22,"Turkey"],[43,44,"8"],[43,75,"8 soldiers were killed in Sarmin"],[45,53,"soldiers"],[59,65,"killed"],[69,75,"Sarmin"]]');
INSERT INTO joins VALUES ('ada01dbc410f3aa3','six.txt at 0','two.txt at 0','same wire text, 100% of the words of both in order');
INSERT INTO joins VALUES ('da81ff59ea8eea0e','six.txt at 16','one.txt at 16','same wire text, 100% of the words of both in order');
INSERT INTO joins VALUES ('5148eb2c16be0509','ce6d0515d5a534f1','5148eb2c16be0509','same speaker; same day; words in common; same words; same act');
INSERT INTO cites VALUES ('ada01dbc410f3aa3',0,'937d35db2bbadbf7',0,15,'[]');
INSERT INTO cites VALUES ('ada01dbc410f3aa3',1,'60660600f871c869',0,15,'[]');
INSERT INTO cites VALUES ('da81ff59ea8eea0e',0,'488fc7351a5d484f',16,76,'[]');
INSERT INTO cites VALUES ('da81ff59ea8eea0e',1,'937d35db2bbadbf7',16,76,'[]');
INSERT INTO cites VALUES ('488fc7351a5d484f',0,'488fc7351a5d484f',5,15,'[]');
INSERT INTO cites VALUES ('937d35db2bbadbf7',0,'937d35db2bbadbf7',5,15,'[]');
INSERT INTO cites VALUES ('60660600f871c869',0,'60660600f871c869',5,15,'[]');
INSERT INTO cites VALUES ('234ca46a32b82f60',0,'488fc7351a5d484f',43,75,'[]');
INSERT INTO cites VALUES ('234ca46a32b82f60',1,'488fc7351a5d484f',16,22,'["per"]');
INSERT INTO cites VALUES ('8470efd7f66830a9',0,'60660600f871c869',16,49,'[]');
INSERT INTO cites VALUES ('8470efd7f66830a9',1,'60660600f871c869',5,15,'["as_of"]');
INSERT INTO cites VALUES ('3f28f04d0c62005e',0,'937d35db2bbadbf7',43,75,'[]');
INSERT INTO cites VALUES ('3f28f04d0c62005e',1,'937d35db2bbadbf7',16,22,'["per"]');
INSERT INTO cites VALUES ('d97f844fb45e1758',0,'60660600f871c869',51,90,'[]');
INSERT INTO cites VALUES ('5148eb2c16be0509',0,'488fc7351a5d484f',16,76,'[]');
INSERT INTO cites VALUES ('5148eb2c16be0509',1,'937d35db2bbadbf7',16,76,'[]');
INSERT INTO cites VALUES ('f948a7adc8eb5ea5',0,'60660600f871c869',51,57,'[]');
INSERT INTO cites VALUES ('10227a328c893a50',0,'488fc7351a5d484f',16,22,'[]');
INSERT INTO cites VALUES ('10227a328c893a50',1,'937d35db2bbadbf7',16,22,'[]');
INSERT INTO cites VALUES ('49a6929db18cd35c',0,'488fc7351a5d484f',69,75,'[]');
INSERT INTO cites VALUES ('49a6929db18cd35c',1,'937d35db2bbadbf7',69,75,'[]');
INSERT INTO cites VALUES ('49a6929db18cd35c',2,'60660600f871c869',43,49,'[]');
INSERT INTO traces VALUES ('488fc7351a5d484f',0,'2020-02-07',X'A6DF56A4BB5049CA4A62BD4B92B8C2F15C8D8D019B8B810FABFA3679665883E05450814F5345419D92F3F252C43952A07F2F2489C069478895DE958246515DE86675340FB32F332B533AE59044A4D418713991287F04795D4C82873B1D3DE71833E3EB45A083BDAC');
INSERT INTO traces VALUES ('60660600f871c869',0,'2020-02-08',X'825AEDC7E5368308D10944E0326C7EB004A19A80A839EA5B4A9A6AAE78E775CD6417941216D43402D27A12BCD1EBC1C693628DD570B6C39E17B37859076BD49722F5555EFFCD6A0B8103B84E48F1D5EB85096871A2F9AFE43F1A2F21213040DF7AADD4B02CE15767');
INSERT INTO traces VALUES ('937d35db2bbadbf7',0,'2020-02-08',X'D069632C20133E9AF5F252F94DDC081E8112E23F00A94B9ADB28BA4EF19C44635450814F5345419D92F3F252C43952A07F2F2489C069478895DE958246515DE86675340FB32F332B533AE59044A4D418EBD66CE514E6DC82165F82567B9C497CD2C93F1FAA5CF785');
INSERT INTO marks VALUES (2235446378899,'488fc7351a5d484f',16,76);
INSERT INTO marks VALUES (2235446378899,'60660600f871c869',16,50);
INSERT INTO marks VALUES (2235446378899,'937d35db2bbadbf7',16,76);
INSERT INTO marks VALUES (10691057372282,'488fc7351a5d484f',16,76);
INSERT INTO marks VALUES (10691057372282,'937d35db2bbadbf7',16,76);
INSERT INTO marks VALUES (30178943403893,'488fc7351a5d484f',16,76);
INSERT INTO marks VALUES (30178943403893,'937d35db2bbadbf7',16,76);
INSERT INTO marks VALUES (30215903706669,'60660600f871c869',0,15);
INSERT INTO marks VALUES (30215903706669,'937d35db2bbadbf7',0,15);
INSERT INTO marks VALUES (31091145788980,'488fc7351a5d484f',0,15);
INSERT INTO marks VALUES (36709229025699,'60660600f871c869',16,50);
INSERT INTO marks VALUES (45970499460383,'488fc7351a5d484f',0,15);
INSERT INTO marks VALUES (51619598036230,'60660600f871c869',0,15);
INSERT INTO marks VALUES (51619598036230,'937d35db2bbadbf7',0,15);
INSERT INTO marks VALUES (59966432208013,'488fc7351a5d484f',16,76);
INSERT INTO marks VALUES (59966432208013,'937d35db2bbadbf7',16,76);
INSERT INTO marks VALUES (67324882348388,'488fc7351a5d484f',16,76);
INSERT INTO marks VALUES (67324882348388,'937d35db2bbadbf7',16,76);
INSERT INTO marks VALUES (72597485571352,'488fc7351a5d484f',16,76);
INSERT INTO marks VALUES (72597485571352,'937d35db2bbadbf7',16,76);
INSERT INTO marks VALUES (73665837605082,'488fc7351a5d484f',16,76);
INSERT INTO marks VALUES (73665837605082,'937d35db2bbadbf7',16,76);
INSERT INTO marks VALUES (77459799375850,'60660600f871c869',51,90);
INSERT INTO marks VALUES (81011620092830,'60660600f871c869',0,15);
INSERT INTO marks VALUES (81011620092830,'937d35db2bbadbf7',0,15);
INSERT INTO marks VALUES (81053096558833,'488fc7351a5d484f',16,76);
INSERT INTO marks VALUES (81053096558833,'937d35db2bbadbf7',16,76);
INSERT INTO marks VALUES (86381259991943,'488fc7351a5d484f',0,15);
INSERT INTO marks VALUES (103760645520863,'60660600f871c869',16,50);
INSERT INTO marks VALUES (122076841460514,'488fc7351a5d484f',16,76);
INSERT INTO marks VALUES (122076841460514,'937d35db2bbadbf7',16,76);
INSERT INTO marks VALUES (132042174698446,'60660600f871c869',16,50);
INSERT INTO marks VALUES (138317733267501,'488fc7351a5d484f',16,76);
INSERT INTO marks VALUES (138317733267501,'937d35db2bbadbf7',16,76);
INSERT INTO marks VALUES (172633210221684,'60660600f871c869',51,90);
INSERT INTO marks VALUES (179952510454186,'60660600f871c869',51,90);
INSERT INTO marks VALUES (188228703498622,'488fc7351a5d484f',0,15);
INSERT INTO marks VALUES (188228703498622,'60660600f871c869',0,15);
INSERT INTO marks VALUES (188228703498622,'937d35db2bbadbf7',0,15);
INSERT INTO marks VALUES (199903256176853,'60660600f871c869',51,90);
INSERT INTO log VALUES (1,'2026-11-22T08:23:33+00:00','added','488fc7351a5d484f','reader one');
INSERT INTO log VALUES (2,'2026-11-22T08:23:33+00:00','added','60660600f871c869','reader one');
INSERT INTO log VALUES (3,'2026-11-22T08:23:33+00:00','added','937d35db2bbadbf7','reader one');
INSERT INTO names VALUES ('actor:state:turkey','5148eb2c16be0509');
INSERT INTO names VALUES ('actor:state:turkey','234ca46a32b82f60');
INSERT INTO names VALUES ('place:text:sarmin','234ca46a32b82f60');
INSERT INTO names VALUES ('actor:state:russia','d97f844fb45e1758');
INSERT INTO names VALUES ('place:text:sarmin','8470efd7f66830a9');
INSERT INTO names VALUES ('actor:state:turkey','ce6d0515d5a534f1');
INSERT INTO names VALUES ('actor:state:turkey','3f28f04d0c62005e');
INSERT INTO names VALUES ('place:text:sarmin','3f28f04d0c62005e');
INSERT INTO members VALUES ('234ca46a32b82f60','234ca46a32b82f60');
INSERT INTO members VALUES ('8470efd7f66830a9','8470efd7f66830a9');
INSERT INTO members VALUES ('3f28f04d0c62005e','3f28f04d0c62005e');
INSERT INTO members VALUES ('d97f844fb45e1758','d97f844fb45e1758');
INSERT INTO members VALUES ('5148eb2c16be0509','5148eb2c16be0509');
INSERT INTO members VALUES ('ce6d0515d5a534f1','5148eb2c16be0509');
INSERT INTO members VALUES ('f948a7adc8eb5ea5','f948a7adc8eb5ea5');
INSERT INTO members VALUES ('10227a328c893a50','10227a328c893a50');
INSERT INTO members VALUES ('df4b3c5a2fc2305b','10227a328c893a50');
INSERT INTO members VALUES ('49a6929db18cd35c','49a6929db18cd35c');
INSERT INTO members VALUES ('d2d15c977a3b3c7b','49a6929db18cd35c');
INSERT INTO members VALUES ('0994c44e1a99fb7b','49a6929db18cd35c');
