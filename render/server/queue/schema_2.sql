-- Counting an owner's tasks by state reads this alone.
CREATE INDEX render_task_count ON render_task (owner, state);
