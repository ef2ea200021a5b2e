-- Numbers are given one after the other (依次编号): a session that took some ahead left gaps that look like papers gone missing.
alter sequence licences.licence_sequence cache 1;
