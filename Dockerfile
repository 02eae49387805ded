# Built in one image, run in another: what compiles and tests stays behind.
FROM node:22-bookworm-slim AS build
WORKDIR /app
ENV CI=1
COPY package.json package-lock.json .npmrc ./
# No package's script is run (.npmrc has ignore-scripts).
RUN npm ci --include=dev
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY src src
COPY playground playground
COPY lab lab
COPY bin bin
RUN npm run -s build
RUN npm prune --omit=dev && node scripts/slim.mjs

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    SEEDS_DIR=/articles \
    DATA_DIR=/data \
    INDEX_CACHE_DIR=/cache \
    HTTP_PORT=8080
COPY --from=build /app/package.json package.json
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY models models
# The user `node` of the base image; the folders are its own where a volume is mounted for the first time.
RUN mkdir -p /articles /data /cache && chown node:node /data /cache
USER node
VOLUME ["/data", "/cache"]
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:8080/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/bin/service.js"]
