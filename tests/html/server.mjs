// A plain static file server for tests: with byte ranges or without, with a delay for each request, counting.
import { createReadStream, statSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".xml": "text/xml" };

export async function serve(root, { ranges = true, delay = 0, compress = false } = {}) {
  const count = { requests: 0, bytes: 0, log: [] };
  const server = http.createServer((request, response) => {
    setTimeout(() => {
      let file = path.join(root, decodeURIComponent(new URL(request.url, "http://x").pathname));
      let size;
      try {
        if (statSync(file).isDirectory()) file = path.join(file, "index.html");
        ({ size } = statSync(file));
      } catch {
        response.writeHead(404).end();
        return;
      }
      count.requests += 1;
      const head = { "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream" };
      if (ranges) head["Accept-Ranges"] = "bytes";
      const range = ranges && /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
      const [start, end] = range ? [Number(range[1]), Math.min(Number(range[2]), size - 1)] : [0, size - 1];
      if (range) head["Content-Range"] = `bytes ${start}-${end}/${size}`;
      const note = (bytes) => { count.bytes += bytes; count.log.push([path.basename(file), start, bytes]); };
      let stream = size ? createReadStream(file, { start, end }) : undefined;
      // As servers are commonly set up: texts are compressed on the way, other files are not.
      if (compress && !range && head["Content-Type"] !== "application/octet-stream") {
        head["Content-Encoding"] = "gzip";
        stream = stream?.pipe(zlib.createGzip());
      } else {
        head["Content-Length"] = end - start + 1;
      }
      response.writeHead(range ? 206 : 200, head);
      if (!stream) { response.end(); return; }
      let bytes = 0;
      stream.on("data", (chunk) => { bytes += chunk.length; });
      stream.on("end", () => note(bytes));
      stream.pipe(response);
    }, delay);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    count,
    reset: () => Object.assign(count, { requests: 0, bytes: 0, log: [] }),
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }),
  };
}
