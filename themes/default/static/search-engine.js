// Searches the archive's index: the wasm module of search/web, and the files it reads.
//
// Run as a worker on a server, as a plain script on a file:// page. The module asks for parts of files; what is not here
// yet is noted, fetched in one go, and the call is made again. Nothing is fetched but from the archive itself.
"use strict";

(() => {
  const READY = 0, PENDING = 1, FAILED = 2, REFUSED = 3;
  // The file that names the others.
  const POINTER = "index.json";
  // Indexes up to this size (bytes) are fetched whole: fewer round trips than their parts would take.
  const SMALL = 512 * 1024;
  // Missing parts this close (bytes) are fetched as one.
  const GAP = 12 * 1024;
  // A search that needs more rounds of fetching than this has gone wrong.
  const MAX_ROUNDS = 64;

  const encoder = new TextEncoder(), decoder = new TextDecoder();

  // An error with a word for it, so that the page can say it in its own language.
  const failure = (kind, detail) => Object.assign(new Error(detail), { kind });

  async function bytesOf(url, init) {
    let response;
    try { response = await fetch(url, init); } catch (error) { throw failure("network", String(error)); }
    if (!response.ok) throw failure(response.status === 404 ? "missing" : "network", `${url}: ${response.status}`);
    try { return [response, new Uint8Array(await response.arrayBuffer())]; } catch (error) { throw failure("network", String(error)); }
  }

  // Files of an index on a server, whole or in parts.
  class Remote {
    constructor(base) {
      this.base = base;
      this.whole = new Map();
      this.parts = new Map();
      this.wanted = new Map();
      this.hasRanges = undefined;
    }

    // The bytes, or undefined if they are not here; end 0 means all of the file.
    find(name, start, end) {
      const whole = this.whole.get(name);
      if (whole) return end ? whole.subarray(start, end) : whole;
      if (end) {
        const part = (this.parts.get(name) ?? []).find((part) => part.start <= start && end <= part.start + part.bytes.length);
        if (part) return part.bytes.subarray(start - part.start, end - part.start);
      }
      if (!this.wanted.has(name)) this.wanted.set(name, []);
      this.wanted.get(name).push([start, end]);
      return undefined;
    }

    // Forgets what was only passed on: the module keeps what it needs.
    forget() { this.parts.clear(); this.wanted.clear(); }

    // What every search begins with.
    async fetchAhead() {
      await this.fetchWhole(POINTER);
      const { hot, bundle } = this.index ?? {};
      const names = [hot?.name, bundle?.bytes <= SMALL && bundle.name].filter(Boolean);
      await Promise.all(names.map((name) => this.fetchWhole(name)));
    }

    async fetchWanted() {
      const wanted = [...this.wanted];
      this.wanted.clear();
      if (!wanted.length) throw failure("damaged", "nothing is missing");
      await Promise.all(wanted.map(([name, ranges]) => this.fetchFile(name, ranges)));
    }

    async fetchFile(name, ranges) {
      if (ranges.some(([, end]) => !end) || this.hasRanges === false) return this.fetchWhole(name);
      const runs = joined(ranges);
      // One request shows whether the server gives parts; asking for many at once might fetch the file many times.
      if (this.hasRanges === undefined) await this.fetchRange(name, runs.shift());
      if (!this.whole.has(name)) await Promise.all(runs.map((run) => this.fetchRange(name, run)));
    }

    async fetchWhole(name) {
      // Only the pointer keeps its name when the archive changes.
      const init = name === POINTER ? { cache: "no-cache" } : {};
      const [response, bytes] = await bytesOf(this.base + name, init);
      this.whole.set(name, bytes);
      if (name === POINTER) this.index = parsed(bytes);
      else if (response.headers.get("accept-ranges") === "bytes") this.hasRanges = true;
    }

    async fetchRange(name, [start, end]) {
      // Without a cache, because browsers let requests for one cached address wait for each other.
      const [response, bytes] = await bytesOf(this.base + name, { cache: "no-store", headers: { Range: `bytes=${start}-${end - 1}` } });
      this.hasRanges = response.status === 206;
      if (this.hasRanges) {
        if (!this.parts.has(name)) this.parts.set(name, []);
        this.parts.get(name).push({ start, bytes });
      } else {
        this.whole.set(name, bytes);
      }
    }
  }

  // Files of an index that came with the page.
  class Embedded {
    constructor(files) { this.files = files; }
    find(name, start, end) {
      const file = this.files.get(name);
      if (!file) throw failure("missing", name);
      return end ? file.subarray(start, end) : file;
    }
    forget() {}
    async fetchAhead() {}
    async fetchWanted() { throw failure("damaged", "nothing is missing"); }
  }

  // What the pointer says; the module finds out what is wrong with it.
  function parsed(pointer) {
    try { return JSON.parse(decoder.decode(pointer)); } catch { return undefined; }
  }

  // Ranges in order, those that overlap or nearly touch as one.
  function joined(ranges) {
    const runs = [];
    for (const [start, end] of ranges.slice().sort((a, b) => a[0] - b[0])) {
      const last = runs.at(-1);
      if (last && start - last[1] <= GAP) last[1] = Math.max(last[1], end);
      else runs.push([start, end]);
    }
    return runs;
  }

  // The module, from its gzip file; servers that unpack it on the way are served as well.
  async function compiled(bytes) {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    }
    return WebAssembly.compile(bytes);
  }

  class Engine {
    constructor(files) {
      this.files = files;
      this.queue = Promise.resolve();
    }

    // wasm: the bytes of the module, or a promise of them. What every search begins with is fetched meanwhile.
    async open(wasm) {
      const ahead = this.files.fetchAhead();
      ahead.catch(() => {});
      let module;
      try { module = await compiled(await wasm); } catch (error) { throw error.kind ? error : failure("module", String(error)); }
      await ahead;
      const host = { read: (name, bytes, start, end) => this.read(name, bytes, start, end) };
      this.module = (await WebAssembly.instantiate(module, { host })).exports;
      return this.run(() => this.module.open());
    }

    // One after the other: the module does one thing at a time. isWanted tells whether anybody still waits.
    search(request, isWanted = () => true) {
      const answer = this.queue.then(() => isWanted() ? this.run(() => {
        this.write(encoder.encode(JSON.stringify(request)));
        return this.module.search();
      }, isWanted) : undefined);
      this.queue = answer.catch(() => {});
      return answer;
    }

    async run(call, isWanted = () => true) {
      try {
        for (let round = 0; round < MAX_ROUNDS; round += 1) {
          const state = call();
          if (state === READY) return JSON.parse(this.output());
          if (state === FAILED) throw failure("damaged", this.output());
          if (state === REFUSED) throw failure("refused", this.output());
          await this.files.fetchWanted();
          if (!isWanted()) return undefined;
        }
        throw failure("damaged", "too many rounds");
      } finally { this.files.forget(); }
    }

    output() {
      const { output, output_bytes: bytes, memory } = this.module;
      return decoder.decode(new Uint8Array(memory.buffer, output(), bytes()));
    }

    write(bytes) {
      const at = this.module.reserve(bytes.length);
      new Uint8Array(this.module.memory.buffer, at, bytes.length).set(bytes);
    }

    // Called by the module.
    read(name, nameBytes, start, end) {
      const file = decoder.decode(new Uint8Array(this.module.memory.buffer, name, nameBytes));
      let bytes;
      try { bytes = this.files.find(file, start, end); } catch { return FAILED; }
      if (!bytes) return PENDING;
      this.write(bytes);
      return READY;
    }
  }

  const fromBase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

  const Gongkai = {
    // An engine over the index on a server.
    remote: (base) => new Engine(new Remote(base)),
    // An engine over { name: base64 } and the module as base64.
    embedded: (files) => new Engine(new Embedded(new Map(Object.entries(files).map(([name, text]) => [name, fromBase64(text)])))),
    fromBase64,
  };

  if (typeof WorkerGlobalScope === "undefined") {
    globalThis.GongkaiSearch = Gongkai;
    return;
  }

  // The worker: { open: { base, wasm } }, then { id, request } → { id, answer } or { id, failure }; only the last
  // request is answered. { alive } comes at once, so that the page sees a worker that has gone.
  let engine, opened, last = 0;
  const told = (error) => ({
    kind: error instanceof WebAssembly.RuntimeError || error instanceof RangeError ? "crashed" : error.kind ?? "crashed",
    detail: String(error.message ?? error),
  });
  onmessage = async ({ data }) => {
    if (data.open) {
      engine = Gongkai.remote(data.open.base);
      opened = engine.open(bytesOf(data.open.wasm).then(([, bytes]) => bytes));
      try { postMessage({ opened: await opened }); } catch (error) { postMessage({ failure: told(error) }); }
      return;
    }
    last = data.id;
    postMessage({ alive: data.id });
    try {
      await opened;
      const answer = await engine.search(data.request, () => data.id === last);
      if (answer) postMessage({ id: data.id, answer });
    } catch (error) { postMessage({ id: data.id, failure: told(error) }); }
  };
})();
