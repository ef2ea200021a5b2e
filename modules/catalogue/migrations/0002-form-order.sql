-- A form is read from top to bottom: the fields keep the order in which its designer wrote them, which jsonb does not.
alter table catalogue.form alter column schema type json using schema::json;
