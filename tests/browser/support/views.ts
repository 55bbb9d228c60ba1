/** The views of the site `views`, as its site.json names them. */
export const kViews = [
  { name: 'Postgres by date', query: 'postgresql replication sort:new', description: 'Copies of databases.' },
  { name: 'Oldest first', query: 'tag:postgresql sort:old' },
  { name: 'In the texts', query: '"page cache" or tablespace -tag:ruby' },
] as const;
