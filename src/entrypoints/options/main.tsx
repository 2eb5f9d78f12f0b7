document.title = 'Signpost';
