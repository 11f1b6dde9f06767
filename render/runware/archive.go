package runware

import (
	"context"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/wire"
)

// archived returns the finished results that the provider's archive has of each task.
// It keeps a task's last answer for longer than polls tell of it; only finished results
// count, since that answer may be the one to a refused replay. A provider that says it
// knows no such task, or has no archive, has nothing; one that cannot be asked just now
// gives an error.
func (p *Provider) archived(ctx context.Context, uuids ...string) (map[string][]wire.Item, error) {
	ans, err := p.client.call(ctx, options{}, tasksOf(wire.TypeGetTaskDetails, uuids)...)
	if err != nil {
		return nil, err
	}
	done := map[string][]wire.Item{}
	for _, uuid := range uuids {
		items, _ := ans.About(uuid)
		for _, item := range items {
			inner, err := wire.Decode(item.Response)
			if err != nil {
				continue
			}
			about, _ := inner.About(uuid)
			for _, i := range append(about, item) {
				if i.Done() {
					done[uuid] = append(done[uuid], i)
				}
			}
		}
	}
	if ans.status < 300 {
		return done, nil
	}
	// Errors that name their tasks speak about those alone.
	if about := ans.Unassigned(); len(about) > 0 {
		f := failure(about[0], ans.status, false, p.secretsOf(manifest.Spec{}))
		if len(uuids) > 1 || f.Class != render.ClassValidation && f.Class != render.ClassNotFound && ans.status != 403 {
			return done, f
		}
	}
	return done, nil
}

// tasksOf asks one question about each of some tasks.
func tasksOf(kind string, uuids []string) []wire.Task {
	tasks := make([]wire.Task, len(uuids))
	for i, u := range uuids {
		tasks[i] = wire.Task{TaskType: kind, TaskUUID: u}
	}
	return tasks
}
