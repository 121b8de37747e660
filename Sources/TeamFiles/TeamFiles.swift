// TeamFiles
