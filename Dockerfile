# The version package.json pins, as the maker of Node publishes it (docs/adr/0018-node-resmi-di-citra.md).
ARG NODE=24.21.0

FROM node:${NODE}-bookworm-slim AS bangun
WORKDIR /amanah
COPY .npmrc package.json package-lock.json ./
# Not `npm ci`: it wants the packages of every platform in the lock, and ours names those we run on.
RUN cp package-lock.json .. && npm install --ignore-scripts && cmp package-lock.json ../package-lock.json
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY bin bin
COPY src src
RUN npm run build
# Node itself is the image's; what sets PDFs is optional too (a package for each platform) and stays.
RUN npm prune --ignore-scripts --omit=dev && rm -r node_modules/node-linux-* node_modules/typescript

FROM node:${NODE}-bookworm-slim
LABEL org.opencontainers.image.title="Amanah" \
      org.opencontainers.image.description="Sistem SAKIP berbasis peristiwa untuk pemerintah daerah" \
      org.opencontainers.image.version="0.1.0"
WORKDIR /amanah
# No sources: bin/muat.mjs then has nothing to compare the bundles with, and builds nothing.
COPY package.json ./
COPY bin bin
COPY contoh contoh
COPY --from=bangun /amanah/node_modules node_modules
COPY --from=bangun /amanah/paket paket
# Neither root nor 1000, which owns the keys of the EventStoreDB nodes.
RUN install -d -m 0700 -o 10001 -g 10001 /data
USER 10001:10001
ENV NODE_ENV=production AMANAH_DATA=/data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "bin/sehat.mjs"]
# Node itself, so that it gets the signal: it handles SIGTERM and starts no other process. The options are those of `npm start`.
ENTRYPOINT ["node", "--disable-warning=DEP0169", "--no-allocation-site-pretenuring", "--max-semi-space-size=32", "--max-old-space-size=1024", "bin/kontainer.mjs", "8080"]
