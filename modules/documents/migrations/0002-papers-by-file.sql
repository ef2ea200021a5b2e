-- 文书核验: from the digest of a file somebody holds to the paper it was made for.
create index paper_by_file on documents.paper (file_id) where file_id is not null;
