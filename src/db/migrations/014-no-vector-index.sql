-- Graphs over vectors (HNSW) missed up to a fifth of the nearest ones where texts are much alike, and took minutes to make.
do $$
declare
  name text;
begin
  for name in
    select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = 'entry_vectors'::regclass and c.relname like 'entry\_vectors\_hnsw\_%'
  loop
    execute format('drop index %I', name);
  end loop;
end $$;
