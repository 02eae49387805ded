/** What happens to machines, done to the nodes that `npm run test:opensearch` started. */
export type Deed = 'kill' | 'hang' | 'wake' | 'start';

const { OPENSEARCH_CONTROL = '', OPENSEARCH_URLS = '' } = process.env;
const LOOK_MS = 500;

interface Health {
  readonly status: string;
  readonly number_of_nodes: number;
}

export async function doTo(node: string, deed: Deed): Promise<void> {
  const { status } = await fetch(`${OPENSEARCH_CONTROL}/${node}/${deed}`, { method: 'POST' });
  if (status !== 200) throw new Error(`${deed} of ${node}: ${status}`);
}

/** Names of all nodes. */
export function nodes(): string[] {
  return OPENSEARCH_URLS.split(',').map((_, i) => `n${i + 1}`);
}

/** Name of the node that is the manager at present, as another tells it. */
export async function elected(): Promise<string> {
  const [one] = await asked<readonly { readonly node: string }[]>('_cat/cluster_manager?format=json');
  if (!one) throw new Error('no manager is elected');
  return one.node;
}

/** Name of a node that is not the manager. */
export async function follower(): Promise<string> {
  const manager = await elected();
  return nodes().find((name) => name !== manager) as string;
}

/** Resolves when all nodes are there, and every shard has its copies. */
export async function whole(): Promise<void> {
  for (;;) {
    const health = await asked<Health>('_cluster/health').catch(() => undefined);
    if (health?.status === 'green' && health.number_of_nodes === OPENSEARCH_URLS.split(',').length) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** What the first node that answers says. */
async function asked<T>(path: string): Promise<T> {
  const answers = OPENSEARCH_URLS.split(',').map(async (url) => {
    const response = await fetch(`${url}/${path}`, { signal: AbortSignal.timeout(5_000) });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as T;
  });
  return Promise.any(answers);
}
