// Parts of a file, as players of sound and film ask for them. The stores know whole files alone.

/** The part that the request asks for, 416 where there is none; one that is not understood asks for everything. */
export async function partOf(whole: Response, request: Request): Promise<Response> {
  const range = request.headers.get('range') ?? '';
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (first === '' && last === '') return whole;
  const bytes = await whole.arrayBuffer();
  const size = bytes.byteLength;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  const headers = new Headers({ 'content-type': whole.headers.get('content-type') ?? 'application/octet-stream' });
  if (start >= end) {
    headers.set('content-range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set('content-range', `bytes ${start}-${end - 1}/${size}`);
  headers.set('content-length', String(end - start));
  return new Response(bytes.slice(start, end), { status: 206, headers });
}
