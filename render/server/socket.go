package server

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/coder/websocket"

	"gitops.video/render/render/server/answer"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

const (
	idleTime      = 120 * time.Second
	strangerTime  = 20 * time.Second // in which the first message must authenticate
	strangerBytes = 64 << 10
	messagesAtOne = 8                // messages of one socket that are carried out at once
	sessionLife   = 15 * time.Minute // after its socket has gone
	sweepEvery    = time.Minute
	maxSessions   = 10_000
	maxWatched    = 10_000 // tasks that one session waits for
)

// session is what a WebSocket client comes back to after its connection broke: the
// tasks whose results it has not been sent. The results themselves are in the queue, so
// nothing has to be buffered.
type session struct {
	id    string
	owner string

	mu      sync.Mutex
	waiting map[string]bool   // task, as the client calls it → its acknowledgement has been sent
	own     map[string]string // [queue.Own] of those tasks → as the client calls them
	live    int               // sockets on it
	left    time.Time
}

// sessions are all sessions of this process.
type sessions struct {
	now   func() time.Time
	mu    sync.Mutex
	all   map[string]*session
	swept time.Time
}

// enter gives the session that a client names, if it is its own, or a new one.
func (all *sessions) enter(owner, id string) *session {
	all.mu.Lock()
	defer all.mu.Unlock()
	if old := all.all[id]; old != nil && old.owner == owner {
		old.mu.Lock()
		old.live++
		for task := range old.waiting { // also where the acknowledgement was lost
			old.waiting[task] = true
		}
		old.mu.Unlock()
		return old
	}
	if all.all == nil {
		all.all = map[string]*session{}
	}
	if now := all.now(); now.Sub(all.swept) > sweepEvery {
		all.swept = now
		all.sweep(now)
	}
	n := &session{id: newUUID(), owner: owner, waiting: map[string]bool{}, own: map[string]string{}, live: 1}
	if len(all.all) < maxSessions {
		all.all[n.id] = n // beyond that a client cannot come back, and that is all
	}
	return n
}

// sweep forgets those that nobody has come back to for long.
func (all *sessions) sweep(now time.Time) {
	for id, s := range all.all {
		s.mu.Lock()
		if s.live == 0 && now.Sub(s.left) > sessionLife {
			delete(all.all, id)
		}
		s.mu.Unlock()
	}
}

// leave notes that a socket has gone. A session that waits for nothing is forgotten:
// who names it again gets a new one and misses nothing.
func (all *sessions) leave(s *session) {
	all.mu.Lock()
	defer all.mu.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.live--
	s.left = all.now()
	if s.live == 0 && len(s.waiting) == 0 {
		delete(all.all, s.id)
	}
}

// watch waits for a task from before it is submitted, so that no result of it can be
// missed. A request over REST has no session, which is nil.
func (s *session) watch(task string) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, there := s.waiting[task]; !there && len(s.waiting) < maxWatched {
		s.waiting[task] = false
		s.own[queue.Own(s.owner, task)] = task
	}
}

func (s *session) unwatch(task string) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.waiting, task)
	delete(s.own, queue.Own(s.owner, task))
}

// acknowledged notes that a client knows of tasks: their results may follow.
func (s *session) acknowledged(tasks []wire.Asked) (ids []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, t := range tasks {
		id := strings.ToLower(t.TaskUUID)
		if _, there := s.waiting[id]; there && t.TaskType == wire.TypeVideoInference {
			s.waiting[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// among gives those of some tasks that the session waits for; all of them for nil.
func (s *session) among(tasks []string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	if tasks == nil {
		for id, known := range s.waiting {
			if known {
				out = append(out, id)
			}
		}
	}
	for _, id := range tasks {
		if name, there := s.own[id]; there {
			id = name
		}
		if s.waiting[id] {
			out = append(out, id)
		}
	}
	return out
}

// socket is one WebSocket connection.
type socket struct {
	s    *Server
	conn *websocket.Conn
	on   *session
	c    caller
	told sync.Mutex
}

func (s *Server) serveSocket(w http.ResponseWriter, r *http.Request) {
	c := caller{base: s.baseOf(r), dry: dryRun(r)}
	if secret, there := bearer(r); there {
		if c.key, c.known = s.opt.Keys.Find(secret); !c.known {
			s.reply(w, http.StatusUnauthorized, wire.Answer{Errors: []wire.Error{badKey()}})
			return
		}
	}
	// Who may call from a page was settled by the guard.
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{InsecureSkipVerify: true, CompressionMode: websocket.CompressionDisabled})
	if err != nil {
		return // Accept has answered
	}
	s.sockets.Add(1)
	defer s.sockets.Done()
	ctx, cancel := context.WithCancel(s.closing)
	defer cancel()
	k := &socket{s: s, conn: conn, c: c}
	k.run(ctx)
	if k.on != nil {
		s.sessions.leave(k.on)
	}
	if s.closing.Err() != nil {
		_ = conn.Close(websocket.StatusGoingAway, "the server is shutting down")
	}
	_ = conn.CloseNow()
}

// run reads messages until the client leaves, is idle or unwelcome.
func (k *socket) run(ctx context.Context) {
	ctx, stop := context.WithCancel(ctx)
	var working sync.WaitGroup
	defer working.Wait()
	defer stop() // before waiting: what is still being done is for nobody
	slots := make(chan struct{}, messagesAtOne)
	for {
		limit, wait := int64(maxBody), k.s.idle
		if k.on == nil {
			limit, wait = strangerBytes, min(strangerTime, k.s.idle)
		}
		k.conn.SetReadLimit(limit)
		idle := time.AfterFunc(wait, func() { _ = k.conn.Close(websocket.StatusPolicyViolation, "idle for too long") })
		var body []byte
		release := func() {}
		_, in, err := k.conn.Reader(ctx)
		if err == nil {
			body, release, err = k.s.body(ctx, in, -1)
		}
		idle.Stop()
		if err != nil {
			release()
			return
		}
		asked, bad := wire.Split(body, maxTasks)
		if k.on == nil {
			release()
			if !k.greet(ctx, asked, bad, &working) {
				return
			}
			continue
		}
		if bad != nil {
			release()
			k.write(ctx, wire.Answer{Errors: []wire.Error{*bad}})
			continue
		}
		select {
		case slots <- struct{}{}:
		case <-ctx.Done():
			release()
			return
		}
		working.Go(func() {
			defer func() { <-slots }()
			defer release()
			k.carryOut(ctx, asked)
		})
	}
}

// greet takes the first message, which must authenticate unless the handshake has. It
// says whether to go on.
func (k *socket) greet(ctx context.Context, asked []wire.Asked, bad *wire.Error, working *sync.WaitGroup) bool {
	turnAway := func(e wire.Error) bool {
		k.turnAway(ctx, e)
		return false
	}
	switch {
	case bad != nil && !k.c.known:
		return turnAway(*bad)
	case bad != nil:
		k.write(ctx, wire.Answer{Errors: []wire.Error{*bad}})
		return true
	case asked[0].TaskType != wire.TypeAuthentication && !k.c.known:
		return turnAway(noKey())
	}
	resume := ""
	if asked[0].TaskType == wire.TypeAuthentication {
		t, errs := k.s.rules.Check(asked[0])
		key, ok := k.s.opt.Keys.Find(t.APIKey)
		switch {
		case len(errs) > 0:
			return turnAway(errs[0])
		case !ok:
			return turnAway(badKey())
		}
		k.c.key, k.c.known, resume = key, true, t.Connection
	}
	k.on = k.s.sessions.enter(k.c.key.Name, resume)
	k.c.on = k.on
	k.s.log.Debug("socket", "owner", k.c.key.Name, "session", k.on.id, "resumed", k.on.id == resume)
	k.carryOut(ctx, asked)
	working.Go(func() { k.push(ctx) })
	return true
}

// carryOut does what a message asks for.
func (k *socket) carryOut(ctx context.Context, asked []wire.Asked) {
	c, ok := k.caller()
	if !ok {
		k.turnAway(ctx, badKey())
		return
	}
	a, _ := k.s.do(ctx, c, asked)
	if !k.write(ctx, a) {
		return // they come back for it
	}
	k.tell(ctx, k.on.acknowledged(asked)) // what was ready so soon that the change has passed
}

// caller is who is at the other end, as the keys are now: they may have been read again
// since the socket was opened.
func (k *socket) caller() (c caller, ok bool) {
	c = k.c
	c.key, ok = k.s.opt.Keys.Still(k.c.key)
	return c, ok
}

// turnAway says why a client is not welcome and closes the socket.
func (k *socket) turnAway(ctx context.Context, e wire.Error) {
	k.write(ctx, wire.Answer{Errors: []wire.Error{e}, Error: &e})
	_ = k.conn.Close(websocket.StatusPolicyViolation, e.Code)
}

// push sends what has become of tasks, those first that were ready while the client
// was away, until the client's key is taken away. It is sent once all results of a task have ended, and in the form of an
// answer to getResponse: clients that are asking at that moment take it for theirs.
func (k *socket) push(ctx context.Context) {
	changes := k.s.opt.Queue.Changes(ctx)
	k.tell(ctx, k.on.among(nil))
	for {
		renewed := k.s.opt.Keys.Renewed()
		if _, ok := k.caller(); !ok {
			k.turnAway(ctx, badKey())
			return
		}
		select {
		case ids, open := <-changes:
			if !open {
				return
			}
			k.tell(ctx, k.on.among(ids))
		case <-renewed:
		}
	}
}

func (k *socket) tell(ctx context.Context, ids []string) {
	if len(ids) == 0 {
		return
	}
	tasks, err := k.s.opt.Queue.Tasks(ctx, k.on.owner, ids...)
	if err != nil {
		if ctx.Err() == nil {
			k.s.log.Warn("push", "error", err) // a poll, or the next change, brings it
		}
		return
	}
	for _, t := range tasks {
		if slices.ContainsFunc(t.Results, func(r queue.Result) bool { return !r.State.Ended() }) {
			continue
		}
		k.told.Lock() // changes and acknowledgements may both have seen it
		if name := answer.Name(t); len(k.on.among([]string{name})) > 0 {
			var a wire.Answer
			a.Data, a.Errors = k.s.teller.Task(k.c.base, t)
			if k.write(ctx, a) {
				k.on.unwatch(name)
			}
		}
		k.told.Unlock()
	}
}

// write sends one message and says whether it left.
func (k *socket) write(ctx context.Context, a wire.Answer) bool {
	ctx, cancel := context.WithTimeout(ctx, replyTime)
	defer cancel()
	err := k.conn.Write(ctx, websocket.MessageText, a.JSON())
	if err != nil && !errors.Is(err, context.Canceled) {
		k.s.log.Debug("socket", "error", err)
	}
	return err == nil
}
