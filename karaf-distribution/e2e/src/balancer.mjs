// A load balancer as small as can be: goes round its nodes, asks each for its health, tries nothing twice.
import http from 'node:http';
import { freePort } from './server.mjs';

export async function balance(urls, { every = 200 } = {}) {
  const port = await freePort();
  const agent = new http.Agent({ keepAlive: true });
  const nodes = urls.map((url) => ({ url, healthy: true, served: 0 }));
  let next = 0;
  const look = async (node) => {
    try {
      node.healthy = (await fetch(`${node.url}/health`, { signal: AbortSignal.timeout(2000) })).ok;
    } catch {
      node.healthy = false;
    }
  };
  await Promise.all(nodes.map(look));
  const looking = setInterval(() => nodes.forEach(look), every);
  const server = http.createServer((request, response) => {
    const healthy = nodes.filter((node) => node.healthy);
    if (healthy.length === 0) {
      response.writeHead(503).end('nobody is there');
      return;
    }
    const node = healthy[next++ % healthy.length];
    node.served++;
    const passed = http.request(node.url + request.url, { agent, method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', (error) => response.writeHead(502).end(`${node.url}: ${error.message}`));
    request.pipe(passed);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    nodes,
    stop: () => {
      clearInterval(looking);
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
