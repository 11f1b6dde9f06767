"use strict";
// Pages work without this script. It puts the fragments of the event stream in their
// places, keeps relative times right, and adds a few keys.

// morph makes the element `from` look like `to`, touching only what differs, so that
// focus, selection, an open <details> and a playing video survive. An element with
// data-keep is left alone for as long as one with its id stays.
function morph(from, to) {
  if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName || (from.id || "") !== (to.id || "")) {
    from.replaceWith(to);
    return;
  }
  if (from.nodeType !== Node.ELEMENT_NODE) {
    if (from.data !== to.data) from.data = to.data;
    return;
  }
  if (from.hasAttribute("data-keep")) return;
  for (const a of [...from.attributes]) if (!to.hasAttribute(a.name) && a.name !== "open" && a.name !== "data-there") from.removeAttribute(a.name);
  for (const a of to.attributes) if (from.getAttribute(a.name) !== a.value && a.name !== "open") from.setAttribute(a.name, a.value);
  morphChildren(from, to);
}

function morphChildren(from, to) {
  const byId = new Map();
  for (const c of from.children) if (c.id) byId.set(c.id, c);
  let at = from.firstChild;
  for (const want of [...to.childNodes]) {
    const same = want.id && byId.get(want.id);
    if (same && same !== at) from.insertBefore(same, at), at = same;
    if (!at || (at.id && at.id !== (want.id || "") && byIdIn(to, at.id))) {
      from.insertBefore(want, at);
      continue;
    }
    const next = at.nextSibling;
    morph(at, want);
    at = next;
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function byIdIn(parent, id) {
  for (const c of parent.children) if (c.id === id) return true;
  return false;
}

// place puts rendered children into the element with this id.
function place(id, html) {
  const el = document.getElementById(id);
  if (!el) return;
  const made = el.cloneNode(false);
  made.innerHTML = html;
  morphChildren(el, made);
}

// The frame being drawn appears when it has arrived, and stays until the next one has.
document.addEventListener("load", e => {
  if (e.target instanceof HTMLImageElement && e.target.hasAttribute("data-frame")) e.target.setAttribute("data-there", "");
}, true);
for (const img of document.querySelectorAll("img[data-frame]")) if (img.complete && img.naturalWidth) img.setAttribute("data-there", "");

let stream = null;
function listen() {
  if (stream) stream.close();
  const url = document.body.dataset.events, link = document.getElementById("link");
  if (!url) return;
  stream = new EventSource(url);
  stream.addEventListener("open", () => { link.textContent = ""; });
  stream.addEventListener("patch", e => {
    for (const [id, html] of Object.entries(JSON.parse(e.data))) place(id, html);
    document.documentElement.dataset.patched = Number(document.documentElement.dataset.patched || 0) + 1;
  });
  stream.addEventListener("gone", () => { stream.close(); link.textContent = "Signed out, or gone: reload the page."; });
  stream.addEventListener("error", () => { link.textContent = "The connection to the server is lost; trying again."; });
}
listen();
// A page that nobody sees needs no stream: browsers allow only a few to one server.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) { if (stream) stream.close(); stream = null; } else if (!stream) listen();
});

// Searching as one types replaces the page's content in place.
const find = document.getElementById("find");
if (find && document.getElementById("tasks")) {
  let timer = 0, asked = 0;
  find.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const url = new URL(location.href), mine = ++asked;
      find.value.trim() ? url.searchParams.set("q", find.value.trim()) : url.searchParams.delete("q");
      url.searchParams.delete("before");
      const reply = await fetch(url);
      if (!reply.ok || mine !== asked) return;
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      for (const id of ["stats", "running", "tasks"]) place(id, page.getElementById(id).innerHTML);
      history.replaceState(null, "", url);
      document.body.dataset.events = page.body.dataset.events;
      listen();
    }, 250);
  });
}

// Keys: / searches, n asks for a video, j and k go through the list.
document.addEventListener("keydown", e => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const typing = e.target.closest("input, textarea, select");
  if (e.key === "Escape" && e.target === find) { find.blur(); return; }
  if (typing) return;
  if (e.key === "/" && find) { e.preventDefault(); find.focus(); find.select(); }
  if (e.key === "n") document.getElementById("new-link")?.click();
  if (e.key === "j" || e.key === "k") {
    const rows = [...document.querySelectorAll(".rows a")], i = rows.indexOf(document.activeElement);
    const next = rows[e.key === "j" ? i + 1 : Math.max(i - 1, 0)];
    if (next) { e.preventDefault(); next.focus(); }
  }
});

// One video plays at a time.
document.addEventListener("play", e => { for (const v of document.querySelectorAll("video")) if (v !== e.target) v.pause(); }, true);

function ago(s) {
  if (s < 5) return "now";
  if (s < 60) return Math.floor(s) + " s ago";
  if (s < 3600) return Math.floor(s / 60) + " min ago";
  if (s < 172800) return Math.floor(s / 3600) + " h ago";
  return Math.floor(s / 86400) + " days ago";
}
setInterval(() => {
  for (const t of document.querySelectorAll("time[data-ago]")) {
    const text = ago((Date.now() - Date.parse(t.dateTime)) / 1000);
    if (t.textContent !== text) t.textContent = text;
  }
}, 5000);
