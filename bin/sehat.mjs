// Status 0 when the server of this container says it is healthy; asked by the image's HEALTHCHECK, since a slim image has no curl.
const alamat = `http://127.0.0.1:${process.env.PORT || 3000}/kesehatan`;
const { ok } = await fetch(alamat, { signal: AbortSignal.timeout(4_000) }).catch(() => ({ ok: false }));
process.exitCode = ok ? 0 : 1;
