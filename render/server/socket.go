package server

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/coder/websocket"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

const (
	idleTime      = 120 * time.Second
	strangerTime  = 20 * time.Second // in which the first message must authenticate
	strangerBytes = 64 << 10
	messagesAtOne = 8                // messages of one socket that are carried out at once
	sessionLife   = 15 * time.Minute // after its socket has gone
	maxSessions   = 10_000
	maxWatched    = 10_000 // tasks that one session waits for
)

// session is what a WebSocket client comes back to after its connection broke: the
// tasks it waits for, and which of their results it has been sent. The results
// themselves are in the queue, so nothing has to be buffered.
type session struct {
	id    string
	owner string

	mu      sync.Mutex
	waiting map[string]map[int]bool // task → indexes of results already sent
	live    int                     // sockets on it
	left    time.Time
}

// sessions are all sessions of this process.
type sessions struct {
	now func() time.Time
	mu  sync.Mutex
	all map[string]*session
}

// enter gives the session that a client names, if it is its own, or a new one.
func (all *sessions) enter(owner, id string) *session {
	all.mu.Lock()
	defer all.mu.Unlock()
	if old := all.all[id]; old != nil && old.owner == owner {
		old.mu.Lock()
		old.live++
		old.mu.Unlock()
		return old
	}
	if all.all == nil {
		all.all = map[string]*session{}
	}
	if len(all.all) >= maxSessions/2 {
		all.sweep()
	}
	n := &session{id: newUUID(), owner: owner, waiting: map[string]map[int]bool{}, live: 1}
	if len(all.all) < maxSessions {
		all.all[n.id] = n // beyond that a client cannot come back, and that is all
	}
	return n
}

func (all *sessions) sweep() {
	for id, s := range all.all {
		s.mu.Lock()
		if s.live == 0 && all.now().Sub(s.left) > sessionLife {
			delete(all.all, id)
		}
		s.mu.Unlock()
	}
}

func (s *session) leave(now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.live--
	s.left = now
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
		s.waiting[task] = map[int]bool{}
	}
}

func (s *session) unwatch(task string) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.waiting, task)
}

// among gives those of some tasks that the session waits for; all of them for nil.
func (s *session) among(tasks []string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	if tasks == nil {
		for id := range s.waiting {
			out = append(out, id)
		}
	}
	for _, id := range tasks {
		if _, there := s.waiting[id]; there {
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
		k.on.leave(s.now())
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
		limit, wait := int64(maxBody), idleTime
		if k.on == nil {
			limit, wait = strangerBytes, strangerTime
		}
		k.conn.SetReadLimit(limit)
		idle := time.AfterFunc(wait, func() { _ = k.conn.Close(websocket.StatusPolicyViolation, "idle for too long") })
		_, body, err := k.conn.Read(ctx)
		idle.Stop()
		if err != nil {
			return
		}
		asked, bad := wire.Split(body, maxTasks)
		if k.on == nil {
			if !k.greet(ctx, asked, bad, &working) {
				return
			}
			continue
		}
		if bad != nil {
			k.write(ctx, wire.Answer{Errors: []wire.Error{*bad}})
			continue
		}
		select {
		case slots <- struct{}{}:
		case <-ctx.Done():
			return
		}
		working.Go(func() {
			defer func() { <-slots }()
			a, _ := k.s.do(ctx, k.c, asked)
			k.write(ctx, a)
		})
	}
}

// greet takes the first message, which must authenticate unless the handshake has. It
// says whether to go on.
func (k *socket) greet(ctx context.Context, asked []wire.Asked, bad *wire.Error, working *sync.WaitGroup) bool {
	turnAway := func(e wire.Error) bool {
		k.write(ctx, wire.Answer{Errors: []wire.Error{e}})
		_ = k.conn.Close(websocket.StatusPolicyViolation, e.Code)
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
	a, _ := k.s.do(ctx, k.c, asked)
	k.write(ctx, a)
	working.Go(func() { k.push(ctx) })
	return true
}

// push sends results as they are ready, those first that were ready while the client
// was away. Each message speaks of one task.
func (k *socket) push(ctx context.Context) {
	changes := k.s.opt.Queue.Changes(ctx)
	k.tell(ctx, k.on.among(nil))
	for ids := range changes {
		k.tell(ctx, k.on.among(ids))
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
		k.tellTask(ctx, t)
	}
}

func (k *socket) tellTask(ctx context.Context, t *queue.Task) {
	k.on.mu.Lock()
	sent := k.on.waiting[t.UUID]
	k.on.mu.Unlock()
	if sent == nil {
		return
	}
	for i, r := range t.Results {
		k.on.mu.Lock()
		was := sent[i]
		k.on.mu.Unlock()
		if was || !r.State.Ended() {
			continue
		}
		var a wire.Answer
		item, errs := k.s.teller.Result(k.c.base, t, i)
		if item != nil {
			a.Data = []any{item}
		}
		a.Errors = errs
		if !k.write(ctx, a) {
			return
		}
		k.on.mu.Lock()
		sent[i] = true
		if len(sent) == len(t.Results) {
			delete(k.on.waiting, t.UUID)
		}
		k.on.mu.Unlock()
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
