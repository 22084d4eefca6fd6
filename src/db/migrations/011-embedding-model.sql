-- The model whose vectors search uses, and its folder: another one takes over once its vectors are all made.
alter table library_state add column embedding_model text;
alter table library_state add column embedding_folder text;
