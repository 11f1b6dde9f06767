-- One schema for both databases. {{id}} is the dialect's counting key.
-- Times are milliseconds since 1970, 0 for none.

CREATE TABLE render_owner (
    name        TEXT PRIMARY KEY,
    concurrency BIGINT NOT NULL DEFAULT 0,  -- 0 = unlimited
    served      BIGINT NOT NULL DEFAULT 0   -- when a unit was last claimed for it: ties go to who waited longest
);

CREATE TABLE render_task (
    uuid      TEXT PRIMARY KEY,
    owner     TEXT NOT NULL,
    request   TEXT NOT NULL,
    spec      TEXT NOT NULL,
    files     TEXT NOT NULL,
    results   BIGINT NOT NULL,
    seconds   DOUBLE PRECISION NOT NULL,
    price     DOUBLE PRECISION NOT NULL,
    webhook   TEXT NOT NULL,
    upload    TEXT NOT NULL,
    ttl       BIGINT NOT NULL,
    cost      BOOLEAN NOT NULL,
    note      TEXT NOT NULL DEFAULT '',    -- the submitter's own
    state     TEXT NOT NULL,
    submitted BIGINT NOT NULL,
    started   BIGINT NOT NULL DEFAULT 0,
    finished  BIGINT NOT NULL DEFAULT 0,
    changed   BIGINT NOT NULL
);
CREATE INDEX render_task_state ON render_task (state, submitted);
CREATE INDEX render_task_owner ON render_task (owner, submitted);
CREATE INDEX render_task_changed ON render_task (changed);

-- A result appears when it has ended, and its content stays until it expires.
CREATE TABLE render_result (
    task       TEXT NOT NULL,
    idx        BIGINT NOT NULL,
    state      TEXT NOT NULL,               -- done, failed
    video_uuid TEXT NOT NULL UNIQUE,
    expires    BIGINT NOT NULL,             -- 0 = has no content (any more)
    data       TEXT NOT NULL,               -- Result as JSON
    PRIMARY KEY (task, idx)
);
CREATE INDEX render_result_expires ON render_result (expires);

-- A unit of work that has not ended. Deliveries that were given up stay as failed.
CREATE TABLE render_unit (
    id         {{id}},
    task       TEXT NOT NULL,
    idx        BIGINT NOT NULL,
    lane       BIGINT NOT NULL,             -- 0 the engine's, 1 deliveries
    kind       TEXT NOT NULL,               -- whole, speak, draw, assemble; webhook, upload
    part       BIGINT NOT NULL DEFAULT 0,
    parts      BIGINT NOT NULL DEFAULT 1,
    stage      BIGINT NOT NULL DEFAULT 0,   -- units of a stage wait for the stage before
    owner      TEXT NOT NULL,
    seconds    DOUBLE PRECISION NOT NULL,
    drawn      BIGINT NOT NULL DEFAULT 0,   -- scenes that the shares of this video have drawn
    state      BIGINT NOT NULL,             -- 0 ready, 1 running, 2 waiting for its stage, 3 failed
    due        BIGINT NOT NULL,             -- order within an owner
    not_before BIGINT NOT NULL,
    attempts   BIGINT NOT NULL DEFAULT 0,   -- begun, without those given back unfinished on a shutdown
    lost       BIGINT NOT NULL DEFAULT 0,   -- how many of them ended with their worker
    claim      BIGINT NOT NULL DEFAULT 0,   -- number of the last claim: only its holder may finish
    token      BIGINT NOT NULL DEFAULT 0,   -- the River job that claimed it
    worker     TEXT NOT NULL DEFAULT '',
    lease      BIGINT NOT NULL DEFAULT 0,
    phase      TEXT NOT NULL DEFAULT '',
    percent    DOUBLE PRECISION NOT NULL DEFAULT 0,
    error      TEXT NOT NULL DEFAULT ''     -- last failure, as JSON
);
CREATE INDEX render_unit_next ON render_unit (lane, state, owner, due);
CREATE INDEX render_unit_task ON render_unit (task, idx);

CREATE TABLE render_worker (
    id      TEXT PRIMARY KEY,
    host    TEXT NOT NULL,
    pid     BIGINT NOT NULL,
    version TEXT NOT NULL,
    slots   BIGINT NOT NULL,
    running BIGINT NOT NULL,
    started BIGINT NOT NULL,
    beat    BIGINT NOT NULL
);

CREATE TABLE render_usage (
    owner     TEXT NOT NULL,
    day       TEXT NOT NULL,                -- 2026-01-31, UTC
    tasks     BIGINT NOT NULL DEFAULT 0,    -- accepted
    planned   DOUBLE PRECISION NOT NULL DEFAULT 0, -- seconds asked for
    results   BIGINT NOT NULL DEFAULT 0,    -- finished
    seconds   DOUBLE PRECISION NOT NULL DEFAULT 0,
    cost      DOUBLE PRECISION NOT NULL DEFAULT 0,
    PRIMARY KEY (owner, day)
);

-- What keeps a blob in the bucket. A blob that has lost its last holder is dead
-- until somebody holds it again or the collector removes it.
CREATE TABLE render_hold (
    sha    TEXT NOT NULL,
    holder TEXT NOT NULL,
    PRIMARY KEY (sha, holder)
);
CREATE INDEX render_hold_holder ON render_hold (holder);
CREATE TABLE render_dead (
    sha   TEXT PRIMARY KEY,
    since BIGINT NOT NULL
);

-- What clients have uploaded: media under a UUID, files of the extension under their hash.
CREATE TABLE render_media (
    uuid    TEXT PRIMARY KEY,
    owner   TEXT NOT NULL,
    sha     TEXT NOT NULL,
    bytes   BIGINT NOT NULL,
    mime    TEXT NOT NULL,
    created BIGINT NOT NULL,
    used    BIGINT NOT NULL
);
CREATE INDEX render_media_used ON render_media (used);
CREATE TABLE render_file (
    owner   TEXT NOT NULL,
    sha     TEXT NOT NULL,
    bytes   BIGINT NOT NULL,
    used    BIGINT NOT NULL,
    PRIMARY KEY (owner, sha)
);
CREATE INDEX render_file_used ON render_file (used);

-- Pieces of videos that workers share, by the hash of what made them.
CREATE TABLE render_piece (
    name  TEXT PRIMARY KEY,
    sha   TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    used  BIGINT NOT NULL
);
CREATE INDEX render_piece_used ON render_piece (used);

-- Frames of results in the making that somebody watches.
CREATE TABLE render_frame (
    task    TEXT NOT NULL,
    idx     BIGINT NOT NULL,
    watched BIGINT NOT NULL,                -- when it was last asked for
    drawn   BIGINT NOT NULL DEFAULT 0,
    jpeg    TEXT NOT NULL DEFAULT '',       -- in base64: the same on both databases
    PRIMARY KEY (task, idx)
);
CREATE INDEX render_frame_watched ON render_frame (watched);

CREATE TABLE render_secret (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
