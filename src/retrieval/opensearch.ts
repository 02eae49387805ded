/** The index in a cluster: what other rooms need of `opensearch/`. */

export { Claims } from './opensearch/claims.js';
export { Cluster, ClusterRefusedError, type ClusterSetting } from './opensearch/cluster.js';
export { SharedIndex } from './opensearch/shared-index.js';
