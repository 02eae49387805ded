/** The index in a cluster: what other rooms need of `opensearch/`. */

export { Claims } from './opensearch/claims.js';
export { Cluster, ClusterRefusedError, type ClusterSetting } from './opensearch/cluster.js';
export { type IndexWriter, SharedIndex } from './opensearch/shared-index.js';
