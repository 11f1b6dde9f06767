package queue

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Tasks gives the tasks that an owner ("" = any) has under these UUIDs, in the
// order asked for; unknown ones are left out. Request, Spec and Files are not read:
// see [Queue.Task]. It is cheap enough for clients that poll often: tasks are read from
// the database when they have changed.
func (q *Queue) Tasks(ctx context.Context, owner string, uuids ...string) ([]*Task, error) {
	found, err := q.find(ctx, uuids)
	if err != nil {
		return nil, err
	}
	theirs := func(t *Task) bool { return t != nil && (owner == "" || t.Owner == owner) }
	var others []string // not the owner's under this UUID: perhaps under one of its own
	for _, id := range uuids {
		if owner != "" && !theirs(found[id]) {
			others = append(others, Own(owner, id))
		}
	}
	own, err := q.find(ctx, others)
	if err != nil {
		return nil, err
	}
	out := make([]*Task, 0, len(uuids))
	for _, id := range uuids {
		t := found[id]
		if !theirs(t) {
			t = own[Own(owner, id)]
		}
		if theirs(t) {
			out = append(out, t)
		}
	}
	return out, nil
}

// find reads the tasks that are kept under some UUIDs, whoever owns them.
func (q *Queue) find(ctx context.Context, uuids []string) (map[string]*Task, error) {
	found := make(map[string]*Task, len(uuids))
	var missing []string
	for _, id := range uuids {
		if t := q.cache.get(id); t != nil {
			found[id] = t
		} else if _, twice := found[id]; !twice {
			found[id] = nil
			missing = append(missing, id)
		}
	}
	if len(missing) > 0 {
		since := q.cache.changes.Load()
		loaded, err := q.load(ctx, q.db, missing)
		if err != nil {
			return nil, fmt.Errorf("read tasks: %w", err)
		}
		for _, t := range loaded {
			found[t.UUID] = t
			q.cache.put(t, since)
		}
	}
	return found, nil
}

// Task gives one task with everything that is known of it; nil when the owner ("" =
// any) has none of this UUID.
func (q *Queue) Task(ctx context.Context, owner, uuid string) (*Task, error) {
	ids := []string{uuid}
	if owner != "" {
		ids = append(ids, Own(owner, uuid))
	}
	ts, err := q.load(ctx, q.db, ids)
	for _, t := range ts {
		if owner == "" || t.Owner == owner {
			if err = q.fill(ctx, q.db, t); err == nil {
				return t, nil
			}
		}
	}
	if err != nil {
		return nil, fmt.Errorf("read task: %w", err)
	}
	return nil, nil
}

// Video finds a finished video of anybody's by its UUID: its task and its index in
// there; nil when there is none.
func (q *Queue) Video(ctx context.Context, videoUUID string) (*Task, int, error) {
	var id string
	var i int
	err := q.db.row(ctx, `SELECT task, idx FROM render_result WHERE video_uuid = $1`, videoUUID).Scan(&id, &i)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, fmt.Errorf("read video: %w", err)
	}
	ts, err := q.Tasks(ctx, "", id)
	if err != nil || len(ts) == 0 {
		return nil, 0, err
	}
	return ts[0], i, nil
}

// fill reads the large fields of a task.
func (q *Queue) fill(ctx context.Context, db querier, t *Task) error {
	var request, spec, files string
	if err := db.row(ctx, `SELECT request, spec, files FROM render_task WHERE uuid = $1`, t.UUID).Scan(&request, &spec, &files); err != nil {
		return err
	}
	t.Request, t.Spec = json.RawMessage(request), json.RawMessage(spec)
	return json.Unmarshal([]byte(files), &t.Files)
}

// loadChunks are the numbers of tasks that are read at once.
var loadChunks = []int{1, 8, 64, 256}

// load reads tasks with their results as they stand.
func (q *Queue) load(ctx context.Context, db querier, uuids []string) ([]*Task, error) {
	var out []*Task
	for part := range slices.Chunk(uuids, loadChunks[len(loadChunks)-1]) {
		n, _ := slices.BinarySearch(loadChunks, len(part))
		ids := slices.Clone(part)
		for len(ids) < loadChunks[n] {
			ids = append(ids, part[0])
		}
		ts, err := q.loadSome(ctx, db, anys(ids))
		if err != nil {
			return nil, err
		}
		out = append(out, ts...)
	}
	return out, nil
}

func (q *Queue) loadSome(ctx context.Context, db querier, ids []any) ([]*Task, error) {
	var out []*Task
	byID := map[string]*Task{}
	in := "(" + list(1, len(ids)) + ")"
	err := each(ctx, db, `SELECT uuid, owner, results, seconds, price, webhook, upload, ttl, cost, note, state, submitted, started, finished FROM render_task WHERE uuid IN `+in, ids, func(r row) error {
		t := &Task{}
		var ttl, submitted, started, finished int64
		var state string
		if err := r.Scan(&t.UUID, &t.Owner, &t.Submission.Results, &t.Seconds, &t.Price, &t.Webhook, &t.Upload, &ttl, &t.Cost, &t.Note, &state, &submitted, &started, &finished); err != nil {
			return err
		}
		t.TTL, t.State = time.Duration(ttl)*time.Millisecond, State(state)
		t.Submitted, t.Started, t.Finished = at(submitted), at(started), at(finished)
		t.Results = make([]Result, t.Submission.Results)
		for i := range t.Results {
			t.Results[i] = Result{Index: i, State: Queued}
		}
		out = append(out, t)
		byID[t.UUID] = t
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := q.loadUnits(ctx, db, in, ids, byID); err != nil {
		return nil, err
	}
	// Results last: one that has ended meanwhile has no unit, and is seen here.
	return out, each(ctx, db, `SELECT task, idx, data FROM render_result WHERE task IN `+in, ids, func(r row) error {
		var id, data string
		var i int
		if err := r.Scan(&id, &i, &data); err != nil {
			return err
		}
		t := byID[id]
		if t == nil || i >= len(t.Results) {
			return nil
		}
		undelivered := t.Results[i].Undelivered
		t.Results[i] = Result{}
		if err := json.Unmarshal([]byte(data), &t.Results[i]); err != nil {
			return err
		}
		t.Results[i].Undelivered = undelivered
		return nil
	})
}

// loadUnits says how far the units are whose results are still to come. The percent
// of a spread video is the mean of its shares, weighed by what they usually take.
func (q *Queue) loadUnits(ctx context.Context, db querier, in string, ids []any, byID map[string]*Task) error {
	type share struct{ done, all float64 }
	shares := map[*Result]*share{}
	err := each(ctx, db, `SELECT task, idx, lane, kind, part, parts, stage, state, attempts, worker, phase, percent, error FROM render_unit WHERE task IN `+in+` ORDER BY id`, ids, func(r row) error {
		var id, kind, worker, phase, failure string
		var i, ln, part, parts, stage, state, attempts int
		var percent float64
		if err := r.Scan(&id, &i, &ln, &kind, &part, &parts, &stage, &state, &attempts, &worker, &phase, &percent, &failure); err != nil {
			return err
		}
		t := byID[id]
		if t == nil || i >= len(t.Results) {
			return nil
		}
		res := &t.Results[i]
		if lane(ln) == deliveryLane {
			if unitState(state) == gaveUp {
				var f Failure
				if err := json.Unmarshal([]byte(failure), &f); err != nil {
					return err
				}
				res.Undelivered = append(res.Undelivered, f)
			}
			return nil
		}
		res.Attempts = max(res.Attempts, attempts)
		if unitState(state) == running {
			res.State, res.Worker, res.Phase = Running, worker, phase
		} else {
			percent = 0
		}
		if Kind(kind) == Whole {
			res.Percent = percent
			return nil
		}
		s := shares[res]
		if s == nil {
			s = &share{all: stageWeight[Speak] + stageWeight[Draw] + stageWeight[Assemble]}
			s.done = s.all
			shares[res] = s
		}
		w := stageWeight[Kind(kind)] / float64(max(1, parts)) // what is still open is taken off the whole
		s.done -= w * (1 - percent/100)
		return nil
	})
	for res, s := range shares {
		res.State = Running // between two shares nobody may be at it, but it has begun
		res.Percent = 100 * max(0, s.done) / s.all
	}
	return err
}

// stageWeight is what the stages of a spread video usually take, of the whole.
var stageWeight = map[Kind]float64{Speak: .2, Draw: .7, Assemble: .1}

// likeEscape makes text mean itself in a LIKE pattern.
var likeEscape = strings.NewReplacer("!", "!!", "%", "!%", "_", "!_")

// Filter chooses tasks for a list.
type Filter struct {
	Owner  string    // "" = all
	State  State     // "" = all
	Search string    // part of the UUID or of the spec, case-insensitively
	Before time.Time // submitted before; for the next page
	Limit  int       // 0 = 50
}

// List gives tasks, newest first, with their Spec.
func (q *Queue) List(ctx context.Context, f Filter) ([]*Task, error) {
	where, args := `1 = 1`, []any{}
	add := func(cond string, v any) {
		args = append(args, v)
		where += fmt.Sprintf(" AND "+cond, len(args))
	}
	if f.Owner != "" {
		add(`owner = $%d`, f.Owner)
	}
	if f.State != "" {
		add(`state = $%d`, string(f.State))
	}
	if !f.Before.IsZero() {
		add(`submitted < $%d`, ms(f.Before))
	}
	if f.Search != "" {
		add(`lower(uuid || ' ' || spec) LIKE lower($%d) ESCAPE '!'`, "%"+likeEscape.Replace(f.Search)+"%")
	}
	specs := map[string]string{}
	var ids []string
	err := each(ctx, q.db, `SELECT uuid, spec FROM render_task WHERE `+where+fmt.Sprintf(` ORDER BY submitted DESC, uuid LIMIT %d`, cmp.Or(f.Limit, 50)), args, func(r row) error {
		var id, spec string
		err := r.Scan(&id, &spec)
		ids, specs[id] = append(ids, id), spec
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list tasks: %w", err)
	}
	ts, err := q.load(ctx, q.db, ids)
	if err != nil {
		return nil, fmt.Errorf("list tasks: %w", err)
	}
	for _, t := range ts {
		t.Spec = json.RawMessage(specs[t.UUID])
	}
	slices.SortFunc(ts, func(a, b *Task) int { return slices.Index(ids, a.UUID) - slices.Index(ids, b.UUID) })
	return ts, nil
}

// Counts are the numbers of an owner's ("" = all) tasks by state.
func (q *Queue) Counts(ctx context.Context, owner string) (map[State]int, error) {
	out := map[State]int{Queued: 0, Running: 0, Done: 0, Failed: 0}
	query, args := `SELECT state, count(*) FROM render_task GROUP BY state`, []any{}
	if owner != "" {
		query, args = `SELECT state, count(*) FROM render_task WHERE owner = $1 GROUP BY state`, []any{owner}
	}
	err := each(ctx, q.db, query, args, func(r row) error {
		var s string
		var n int
		err := r.Scan(&s, &n)
		out[State(s)] = n
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("count tasks: %w", err)
	}
	return out, nil
}

// Oldest is when the task that waits longest was submitted; zero when none waits.
func (q *Queue) Oldest(ctx context.Context) (time.Time, error) {
	var submitted int64
	err := q.db.row(ctx, `SELECT coalesce(min(submitted), 0) FROM render_task WHERE state = $1`, string(Queued)).Scan(&submitted)
	if err != nil {
		return time.Time{}, fmt.Errorf("oldest task: %w", err)
	}
	return at(submitted), nil
}
