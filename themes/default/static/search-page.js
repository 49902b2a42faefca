// The search page: reads the form and the address, asks the engine, shows what it found.
"use strict";

(() => {
  const $ = (id) => document.getElementById(id);
  const form = $("search"), box = $("sq"), words = $("words").dataset;
  const say = (key, values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), words[key] ?? "");

  // Hits shown at first, and added by each “more”.
  const SHOWN = 10;
  // Milliseconds after the last key before a search begins, and before a silent worker counts as gone.
  const PAUSE = 150, SILENCE = 5000;
  // The filters that are lists, by the names they have in the address, and what they are in a request.
  const LISTS = { kind: "kinds", unit: "units", year: "years", stage: "stages", region: "regions" };

  const policy = globalThis.trustedTypes?.createPolicy("gongkai", { createScriptURL: (url) => url });
  const scriptUrl = (url) => policy ? policy.createScriptURL(url) : url;

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
    made.append(...children.filter((child) => child !== undefined && child !== ""));
    return made;
  }

  // ---- what is asked for ----

  const blank = () => ({ q: "", min: "", max: "", sort: "relevance", kind: [], unit: [], year: [], stage: [], region: [] });
  let asked = blank(), limit = SHOWN;

  function fromAddress() {
    const given = new URLSearchParams(location.search);
    const read = blank();
    for (const key of ["q", "min", "max", "sort"]) read[key] = given.get(key) ?? read[key];
    for (const key of Object.keys(LISTS)) read[key] = given.getAll(key);
    return read;
  }

  function toAddress(state) {
    const given = new URLSearchParams();
    for (const key of ["q", "min", "max"]) if (state[key].trim()) given.set(key, state[key]);
    if (state.sort !== "relevance") given.set("sort", state.sort);
    for (const key of Object.keys(LISTS)) for (const value of state[key]) given.append(key, value);
    const query = given.toString();
    return location.pathname + (query ? `?${query}` : "");
  }

  function fromForm() {
    const checked = (key) => [...form.querySelectorAll(`input[name="${key}"]:checked`)].map((input) => input.value);
    // Before the first answer there is nothing to check; the address has the filters then.
    const list = (key) => $("facets").childElementCount ? checked(key) : asked[key];
    const lists = Object.fromEntries(Object.keys(LISTS).map((key) => [key, list(key)]));
    return { q: box.value, min: $("min").value, max: $("max").value, sort: $("sort").value, ...lists };
  }

  function toForm(state) {
    box.value = state.q;
    $("min").value = state.min;
    $("max").value = state.max;
    $("sort").value = state.sort;
    if (!$("sort").value) $("sort").value = "relevance";
  }

  const isBlank = (state) => toAddress({ ...state, sort: "relevance" }) === location.pathname;

  const request = (state) => ({
    query: state.q,
    ...Object.fromEntries(Object.entries(LISTS).map(([key, name]) => [name, key === "year" ? state[key].map(Number) : state[key]])),
    ...(state.min.trim() && { min: state.min }),
    ...(state.max.trim() && { max: state.max }),
    sort: state.sort,
    limit,
  });

  // ---- the engine: a worker, or on file:// the page itself ----

  const absolute = (href) => new URL(href, document.baseURI).href;
  const { engine: engineHref, wasm, index, root } = form.dataset;
  let ask, number = 0;

  // A worker that is started again when it has gone.
  function overNetwork() {
    let worker, waiting, silence, restarts = 0;
    const start = () => {
      worker?.terminate();
      worker = new Worker(scriptUrl(absolute(engineHref)));
      worker.onmessage = ({ data }) => {
        clearTimeout(silence);
        if (data.failure?.kind === "crashed") { gone(data.failure); return; }
        if (data.failure && (data.id === undefined || data.id === waiting?.id)) { waiting = undefined; trouble(data.failure); }
        if (data.failure && data.id === undefined) worker = undefined;
        if (data.answer && data.id === waiting?.id) { restarts = 0; waiting = undefined; show(data.answer); }
      };
      worker.onerror = (event) => { event.preventDefault(); gone({ kind: "crashed", detail: event.message ?? "" }); };
      worker.postMessage({ open: { base: absolute(index), wasm: absolute(wasm) } });
    };
    const gone = (why) => {
      clearTimeout(silence);
      worker?.terminate();
      worker = undefined;
      restarts += 1;
      if (restarts > 2 || !waiting) { waiting = undefined; trouble(why); return; }
      send(waiting);
    };
    const send = (message) => {
      waiting = message;
      if (!worker) start();
      worker.postMessage(message);
      // A worker answers at once that it is there, then searches.
      clearTimeout(silence);
      silence = setTimeout(() => gone({ kind: "crashed", detail: "" }), SILENCE);
    };
    return { send, again: () => { worker?.terminate(); worker = undefined; restarts = 0; } };
  }

  function loaded(url) {
    return new Promise((resolve, reject) => {
      const script = element("script");
      script.src = scriptUrl(absolute(url));
      script.onload = resolve;
      script.onerror = () => reject(Object.assign(new Error(url), { kind: "offline" }));
      document.head.append(script);
    });
  }

  // Pages opened from a folder may fetch nothing: the index comes as a script, if it is small enough.
  function fromFolder() {
    let opened, latest;
    const open = async () => {
      await loaded(engineHref);
      await loaded(`${index}offline.js`);
      const { wasm: module, files } = globalThis.GongkaiOffline;
      const engine = globalThis.GongkaiSearch.embedded(files);
      await engine.open(globalThis.GongkaiSearch.fromBase64(module));
      return engine;
    };
    const send = async (message) => {
      latest = message.id;
      try {
        opened ??= open();
        const answer = await (await opened).search(message.request, () => message.id === latest);
        if (answer && message.id === latest) show(answer);
      } catch (error) {
        if (message.id === latest) trouble({ kind: error.kind ?? "crashed", detail: String(error.message ?? error) });
      }
    };
    return { send, again: () => { opened = undefined; } };
  }

  function search() {
    const empty = isBlank(asked);
    $("start").hidden = !empty;
    $("results").hidden = empty;
    $("trouble").hidden = true;
    document.title = asked.q.trim() ? say("titleOf", { q: asked.q.trim() }) + titleEnd : title;
    number += 1;
    if (empty) { $("status").textContent = ""; return; }
    if (Array.from(asked.q).length > box.maxLength) { trouble({ kind: "tooLong", detail: "" }); return; }
    if (!$("hits").childElementCount) $("status").textContent = say(ask.isReady ? "searching" : "loading");
    $("results").setAttribute("aria-busy", "true");
    ask.send({ id: number, request: request(asked) });
  }

  // ---- what was found ----

  const title = document.title, titleEnd = title.slice(title.lastIndexOf(" | "));

  // The text with what was found in it marked; marks count characters.
  function marked(text, marks) {
    const chars = Array.from(text), parts = [];
    let at = 0;
    for (const [start, end] of marks) {
      parts.push(chars.slice(at, start).join(""), element("mark", {}, chars.slice(start, end).join("")));
      at = end;
    }
    parts.push(chars.slice(at).join(""));
    return parts.filter((part) => part !== "");
  }

  function address(url) {
    const [path, anchor] = url.split("#");
    const file = location.protocol === "file:" && (path === "" || path.endsWith("/")) ? `${path}index.html` : path;
    return root.replace(/index\.html$/, "") + file + (anchor === undefined ? "" : `#${anchor}`);
  }

  // 1234567.5 → 1,234,567.5
  const grouped = (value) => value.replace(/^(-?)(\d+)/, (_, sign, digits) => sign + digits.replace(/\B(?=(\d{3})+$)/g, ","));
  const number_ = (count) => grouped(String(count));

  const disclosed = (hit) => hit.year ? `${hit.year} ${hit.stage ? words[`stage${capital(hit.stage)}`] : ""}`.trim() : "";
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  const kindName = (kind) => words[`kind${capital(kind)}`] ?? kind;

  function row(hit, display) {
    const facts = [hit.unit_name !== hit.title ? hit.unit_name : "", disclosed(hit), kindName(hit.kind)].filter(Boolean).join(" · ");
    const head = element("div", {},
      element("h3", { lang: "zh-CN" }, element("a", { href: address(hit.url) }, ...marked(hit.title, display.title))),
      element("div", { class: "tag" }, facts));
    const amount = hit.value === null ? undefined
      : element("div", { class: "amt" }, grouped(hit.value), element("br"), element("small", {}, [display.value_name, words.yuan].filter(Boolean).join(say("comma"))));
    const text = hit.snippet && hit.snippet !== hit.title ? element("p", { lang: "zh-CN" }, ...marked(hit.snippet, display.snippet)) : undefined;
    return element("li", {}, element("div", { class: "split" }, head, amount), text);
  }

  // By kind, in the order in which the kinds come up; in one list if they are sorted otherwise.
  function groups(answer) {
    const found = new Map();
    answer.hits.forEach((hit, nth) => {
      const key = asked.sort === "relevance" ? hit.kind : "";
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(row(hit, answer.displays[nth]));
    });
    const counts = new Map(answer.facets.kinds.map((facet) => [facet.value, facet.count]));
    return [...found].map(([kind, rows]) => {
      if (!kind) return element("ol", { class: "rows" }, ...rows);
      const id = `g-${kind}`;
      return element("section", { "aria-labelledby": id },
        element("h2", { class: "grp", id }, kindName(kind), " ", element("span", { class: "n" }, number_(counts.get(kind) ?? rows.length))),
        element("ol", { class: "rows" }, ...rows));
    });
  }

  function facet(key, { value, name, count }) {
    const label = name || (key === "kind" ? kindName(value) : key === "stage" ? words[`stage${capital(value)}`] : value);
    return element("label", {}, element("input", { type: "checkbox", name: key, value, checked: asked[key].includes(value) }),
      element("span", {}, label), element("span", { class: "n" }, number_(count)));
  }

  // Facets with a single value that is not chosen choose nothing.
  function facets(answer) {
    const lists = Object.entries(LISTS).map(([key, name]) => {
      const found = answer.facets[name];
      const missing = asked[key].filter((value) => !found.some((facet) => facet.value === value));
      const all = [...found, ...missing.map((value) => ({ value, name: "", count: 0 }))];
      if (all.length < 2 && !asked[key].length) return undefined;
      // The first eight are enough for most; the rest are one click away.
      const [first, rest] = [all.slice(0, 8), all.slice(8)].map((some) => some.map((one) => facet(key, one)));
      const more = rest.length ? element("details", { class: "rest" }, element("summary", {}, `+${rest.length}`), ...rest) : undefined;
      return element("fieldset", {}, element("legend", {}, words[name]), ...first, more);
    });
    return lists.filter(Boolean);
  }

  function remarks(answer) {
    const said = [];
    if (answer.words.length) said.push(say("question", { q: answer.words.join(" ") }));
    if (answer.hits[0]?.near && !answer.words.length) said.push(say("near", { q: asked.q.trim() }));
    const shown = answer.synonyms.slice(0, 6);
    if (shown.length && !answer.hits[0]?.near) said.push(say("also", { q: shown.join("、") }));
    return said.join(" ");
  }

  function show(answer) {
    ask.isReady = true;
    $("trouble").hidden = true;
    $("results").removeAttribute("aria-busy");
    const focused = document.activeElement?.matches?.("#facets input") ? [document.activeElement.name, document.activeElement.value] : undefined;
    const found = answer.hits.length > 0;
    $("status").textContent = !found ? say("none", { q: asked.q.trim() })
      : say(answer.is_exact ? "total" : "about", { n: number_(answer.total) });
    const remark = remarks(answer);
    $("remark").textContent = remark;
    $("remark").hidden = !remark;
    $("hits").replaceChildren(...(found ? groups(answer) : [element("div", { class: "note" }, element("p", {}, words.noneHelp))]));
    $("facets").replaceChildren(...facets(answer));
    if (focused) form.querySelector(`#facets input[name="${focused[0]}"][value="${CSS.escape(focused[1])}"]`)?.focus();
    $("clear").hidden = isBlank({ ...asked, q: "" });
    $("more").hidden = answer.hits.length < limit;
    const names = new Set(answer.hits.filter((hit) => ["unit", "project"].includes(hit.kind)).map((hit) => hit.title));
    $("suggestions").replaceChildren(...[...names].slice(0, 8).map((value) => element("option", { value })));
  }

  function trouble({ kind, detail }) {
    const known = { network: "network", missing: "missing", offline: "offline", crashed: "crashed", module: "unsupported", tooLong: "tooLong", refused: "refused", damaged: "damaged" };
    $("results").removeAttribute("aria-busy");
    $("status").textContent = "";
    $("hits").replaceChildren();
    $("trouble").querySelector("p").textContent = [words[known[kind]], kind === "offline" ? "" : detail].filter(Boolean).join(" ");
    $("trouble").querySelector("button").hidden = ["offline", "refused", "tooLong"].includes(kind);
    $("trouble").hidden = false;
    $("start").hidden = false;
  }

  // ---- what readers do ----

  let pause;
  // Typing changes the address in place; choosing and sending make a step back possible.
  function change(step) {
    clearTimeout(pause);
    asked = fromForm();
    limit = SHOWN;
    const address = toAddress(asked);
    if (address !== location.pathname + location.search) history[step ? "pushState" : "replaceState"](null, "", address);
    search();
  }

  function arrows(event) {
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.target.matches("select, #sq, input")) return;
    const links = [...$("hits").querySelectorAll("h3 a")];
    const at = links.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    (links[at + (event.key === "ArrowDown" ? 1 : -1)] ?? box).focus();
  }

  function begin() {
    ask = location.protocol === "file:" ? fromFolder() : overNetwork();
    form.addEventListener("submit", (event) => { event.preventDefault(); change(true); });
    box.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(() => change(false), PAUSE); });
    $("facets").addEventListener("change", () => change(true));
    for (const id of ["sort", "min", "max"]) $(id).addEventListener("change", () => change(true));
    $("more").addEventListener("click", () => { limit += SHOWN; search(); });
    $("clear").addEventListener("click", () => { asked = { ...blank(), q: box.value }; toForm(asked); $("facets").replaceChildren(); change(true); box.focus(); });
    $("trouble").querySelector("button").addEventListener("click", () => { ask.again(); search(); });
    document.addEventListener("keydown", arrows);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
      event.preventDefault();
      box.focus();
      box.select();
    });
    addEventListener("popstate", () => { asked = fromAddress(); limit = SHOWN; toForm(asked); $("facets").replaceChildren(); search(); });
    asked = fromAddress();
    toForm(asked);
    if ($("examples")) $("examples").hidden = false;
    if (isBlank(asked)) { box.focus({ preventScroll: true }); return; }
    search();
  }

  begin();
})();
