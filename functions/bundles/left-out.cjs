// In place of packages that nothing of ours comes to use: what is asked of it is not there.
module.exports = {};
